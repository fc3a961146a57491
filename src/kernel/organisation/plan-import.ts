// What an imported list of organisations changes: decided before anything is written, every fault at its cell.
import {
  codeFault,
  mayStandUnder,
  nameFault,
  type Organisation,
  type OrganisationKind,
  organisationKinds,
  usualChild,
} from './organisation.ts'

export type ImportColumn = 'kind' | 'code' | 'name' | 'parent'

/** One row of the list as typed, and where its cells stand. */
export type ImportRow = {
  readonly values: Readonly<Record<ImportColumn, string>>
  readonly cellOf: (column: ImportColumn) => string
}

/** One row that is to be created; its parent is in force already or created before it. */
export type Creation = {
  readonly kind: OrganisationKind
  readonly code: string
  readonly name: string
  readonly parentCode: string
}
export type Renaming = { readonly id: string; readonly from: string; readonly to: string }
export type Moving = { readonly id: string; readonly name: string; readonly parentCode: string }
export type Fault = { readonly cell: string; readonly message: string }

export type ImportPlan = {
  /** Parents before children. */
  readonly create: readonly Creation[]
  readonly rename: readonly Renaming[]
  readonly move: readonly Moving[]
  readonly unchanged: number
  /** Nothing is written while there is one. */
  readonly faults: readonly Fault[]
}

/** Levels of a tree; more is a mistake in the list. */
const deepest = 12

type Entry = {
  readonly row: ImportRow
  readonly code: string
  readonly name: string
  readonly parentCode: string
  readonly known: Organisation | undefined
}

/**
 * Compares the list with what is in force below (and including) `root`, by code. An empty parent means the root.
 * Organisations that the list does not name stay as they are.
 */
export function planImport(
  rows: readonly ImportRow[],
  root: Organisation,
  existing: readonly Organisation[],
): ImportPlan {
  const faults: Fault[] = []
  const byCode = new Map([...existing, root].map((organisation) => [organisation.code, organisation]))
  const entries = new Map<string, Entry>()
  for (const row of rows) {
    const { code, name } = row.values
    const fault = (column: ImportColumn, message: string) => faults.push({ cell: row.cellOf(column), message })
    if (code === '') fault('code', '代码为空，请填写机构代码。')
    const wrongName = nameFault(name)
    if (wrongName) fault('name', wrongName)
    const twin = entries.get(code)
    if (twin) fault('code', `代码“${code}”与${twin.row.cellOf('code')}重复。`)
    else if (code === root.code) fault('code', `代码“${code}”是导入所在的机构本身。`)
    else if (code !== '')
      entries.set(code, { row, code, name, parentCode: row.values.parent || root.code, known: byCode.get(code) })
  }
  const kinds = resolveKinds(entries, byCode, faults)
  return { ...changesOf(entries, byCode, kinds), faults }
}

/** The kind of every entry, parents first; a parent that is missing or goes in a circle is a fault. */
function resolveKinds(
  entries: ReadonlyMap<string, Entry>,
  byCode: ReadonlyMap<string, Organisation>,
  faults: Fault[],
): ReadonlyMap<string, OrganisationKind> {
  const kinds = new Map<string, OrganisationKind>()
  const visiting = new Set<string>()
  const resolve = (code: string, depth: number): OrganisationKind | undefined => {
    const entry = entries.get(code)
    if (!entry) return byCode.get(code)?.kind
    const known = kinds.get(code)
    if (known || visiting.has(code)) return known
    visiting.add(code)
    const fault = (column: ImportColumn, message: string) =>
      void faults.push({ cell: entry.row.cellOf(column), message })
    if (!entries.has(entry.parentCode) && !byCode.has(entry.parentCode))
      return fault('parent', `没有代码为“${entry.parentCode}”的上级机构。请先加入上级，或改正上级代码。`) ?? undefined
    if (visiting.has(entry.parentCode) && !kinds.has(entry.parentCode))
      return fault('parent', `“${entry.name}”的上级关系成了一个圈，请改正上级代码。`) ?? undefined
    if (depth > deepest) return fault('parent', `机构层级超过${deepest}级，请检查上级代码。`) ?? undefined
    if (entry.known && byCode.get(entry.parentCode)?.path.startsWith(entry.known.path))
      return fault('parent', `“${entry.name}”不能移到自己的下级之下。`) ?? undefined
    const parent = resolve(entry.parentCode, depth + 1)
    if (!parent) return undefined
    const kind = kindOf(entry, parent, fault)
    if (kind) kinds.set(code, kind)
    return kind
  }
  for (const code of entries.keys()) resolve(code, 0)
  return kinds
}

function kindOf(
  { row, code, known }: Entry,
  parent: OrganisationKind,
  fault: (column: ImportColumn, message: string) => void,
): OrganisationKind | undefined {
  const word = row.values.kind
  const named = (Object.keys(organisationKinds) as OrganisationKind[]).find((kind) => organisationKinds[kind] === word) // its own keys
  if (word !== '' && !named)
    return fault('kind', `没有“${word}”这类机构，应为：${Object.values(organisationKinds).join('、')}。`) ?? undefined
  const kind = named ?? known?.kind ?? usualChild(parent)
  if (!kind || !mayStandUnder(kind, parent))
    return (
      fault('kind', `${organisationKinds[parent]}之下不能设${kind ? organisationKinds[kind] : '下级机构'}。`) ??
      undefined
    )
  const wrong = codeFault(kind, code)
  if (wrong) fault('code', wrong)
  return kind
}

function changesOf(
  entries: ReadonlyMap<string, Entry>,
  byCode: ReadonlyMap<string, Organisation>,
  kinds: ReadonlyMap<string, OrganisationKind>,
): Omit<ImportPlan, 'faults'> {
  const create: Creation[] = []
  const rename: Renaming[] = []
  const move: Moving[] = []
  let unchanged = 0
  // `kinds` was filled parents first
  for (const [code, kind] of kinds) {
    const entry = entries.get(code)
    if (!entry) continue
    const { known, name, parentCode } = entry
    if (!known) create.push({ kind, code, name, parentCode })
    else {
      const moved = byCode.get(parentCode)?.id !== known.parentId
      if (known.name !== name) rename.push({ id: known.id, from: known.name, to: name })
      if (moved) move.push({ id: known.id, name, parentCode })
      if (known.name === name && !moved) unchanged++
    }
  }
  return { create, rename, move, unchanged }
}
