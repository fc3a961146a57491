// The difference of meaning between two versions: Chinese sentences, not a difference of text.
import { decimal, plain } from '../decimal.ts'
import { toYuan } from '../value/units.ts'
import { cellLabel, cellOf, headCells, type Row, rowCells, type Table, tables, textOf } from './cells.ts'
import type { Form, Indicator } from './form.ts'
import { rowLabel } from './merge.ts'
import { pairRows } from './pairing.ts'
import { compareRequirements } from './requirement.ts'

export type Change = {
  readonly kind: 'changed' | 'added' | 'removed' | 'moved'
  /** Where it stands in the newer version; null for what was removed. */
  readonly path: string | null
  /** Where it stood in the older one; null for what was added. */
  readonly oldPath: string | null
  readonly label: string
  readonly before: string | null
  readonly after: string | null
  /** What it does to what is asked for; `neutral` where that cannot be said. */
  readonly effect: 'stricter' | 'looser' | 'neutral'
  readonly message: string
}

const amountColumns = ['initialBudget', 'annualBudget', 'executed']
const numberColumns = ['weight', 'score', 'rate', 'totals.weight', 'totals.score']

/** What changed from `older` to `newer`, in the order of the newer form. What only looks different is left out. */
export function difference(older: Form, newer: Form): readonly Change[] {
  return [...headChanges(older, newer), ...tables.flatMap((table) => tableChanges(table, older, newer))]
}

function headChanges(older: Form, newer: Form): readonly Change[] {
  return headCells(older, newer).flatMap((name) => {
    // Amounts are compared in 元, so their unit alone changes nothing; it is said where no amount could be compared.
    if (name === 'amountUnit' && older.amountUnit !== null && newer.amountUnit !== null) return []
    const [before, after] = [textOf(cellOf(older, name)), textOf(cellOf(newer, name))]
    if (sameMeaning(name, before, after)) return []
    const label = cellLabel(name)
    return [{ ...changed(name, name, label, before, after), effect: 'neutral' as const }]
  })
}

function tableChanges(table: Table, older: Form, newer: Form): readonly Change[] {
  const [before, after]: readonly (readonly Row[])[] = [older[table], newer[table]]
  const pairs = pairRows(table, newer, older)
  const moved = movedRows(pairs)
  const here = (after ?? []).flatMap((row, i): readonly Change[] => {
    const [path, was] = [`${table}[${i}]`, pairs[i] ?? -1]
    const old = before?.[was]
    if (old === undefined) return isBlankRow(row) ? [] : [wholeRow('added', table, row, path)]
    const oldPath = `${table}[${was}]`
    const changes = rowChanges({ table, old, row, oldPath, path, older, newer })
    return moved.has(i) ? [...changes, move(table, row, oldPath, path, was, i)] : changes
  })
  const gone = (before ?? []).flatMap((row, i) =>
    pairs.includes(i) || isBlankRow(row) ? [] : [wholeRow('removed', table, row, `${table}[${i}]`)],
  )
  return [...here, ...gone]
}

/** A pre-printed money row nobody filled in. */
const isBlankRow = (row: Row): boolean =>
  'scope' in row && amountColumns.every((name) => textOf(cellOf(row, name)) === null)

type Pair = {
  readonly table: Table
  readonly old: Row
  readonly row: Row
  readonly oldPath: string
  readonly path: string
  readonly older: Form
  readonly newer: Form
}

function rowChanges({ table, old, row, oldPath, path, older, newer }: Pair): readonly Change[] {
  return rowCells(table, old, row).flatMap((name) => {
    const [before, after] = [textOf(cellOf(old, name)), textOf(cellOf(row, name))]
    const label = `${rowLabel(table, row)}的${cellLabel(name, table)}`
    const base = changed(`${oldPath}.${name}`, `${path}.${name}`, label, before, after)
    if (name === 'target' && 'target' in old && 'target' in row) return targetChange(base, old, row)
    if (amountColumns.includes(name)) return amountChange(base, older, newer)
    return sameMeaning(name, before, after) ? [] : [{ ...base, effect: 'neutral' as const }]
  })
}

const changed = (oldPath: string, path: string, label: string, before: string | null, after: string | null) => ({
  kind: 'changed' as const,
  path,
  oldPath,
  label,
  before,
  after,
  message: sentence(label, before, after),
})

function sentence(label: string, before: string | null, after: string | null): string {
  if (before === null) return `${label}填写为“${after}”。`
  return after === null ? `${label}由“${before}”改为空白。` : `${label}由“${before}”改为“${after}”。`
}

/** White space and trailing zeros change no meaning. */
function sameMeaning(name: string, before: string | null, after: string | null): boolean {
  if (before === after) return true
  if (before === null || after === null) return (before ?? '').trim() === (after ?? '').trim()
  const [a, b] = numberColumns.includes(name) ? [decimal(before), decimal(after)] : [null, null]
  if (a !== null && b !== null) return a.eq(b)
  return before.replace(/\s+/g, '') === after.replace(/\s+/g, '')
}

const effects = { stricter: '要求提高', looser: '要求放宽' } as const

function targetChange(base: ReturnType<typeof changed>, old: Indicator, row: Indicator): readonly Change[] {
  if (sameMeaning('target', base.before, base.after)) return []
  const requirement = compareRequirements(old.target, row.target)
  if (requirement === 'same') return []
  if (requirement === 'other') return [{ ...base, effect: 'neutral' }]
  return [{ ...base, effect: requirement, message: base.message.replace(/。$/, `，${effects[requirement]}。`) }]
}

function amountChange(base: ReturnType<typeof changed>, older: Form, newer: Form): readonly Change[] {
  const [before, after] = [toYuan(base.before, older.amountUnit), toYuan(base.after, newer.amountUnit)]
  const [a, b] = [decimal(before ?? base.before), decimal(after ?? base.after)]
  const comparable = (before === null) === (after === null)
  if (base.before === base.after && older.amountUnit === newer.amountUnit) return []
  if (a === null || b === null || !comparable) return base.before === base.after ? [] : [{ ...base, effect: 'neutral' }]
  if (a.eq(b)) return []
  const [was, is] = [`${base.before}${older.amountUnit ?? ''}`, `${base.after}${newer.amountUnit ?? ''}`]
  const unit = before === null ? '' : '元'
  const by = `${b.gt(a) ? '增加' : '减少'}${plain(b.minus(a).abs())}${unit}`
  return [{ ...base, effect: 'neutral', message: `${base.label}由${was}改为${is}，${by}。` }]
}

function wholeRow(kind: 'added' | 'removed', table: Table, row: Row, path: string): Change {
  const label = rowLabel(table, row)
  const value = 'target' in row && row.target.text !== null ? `（指标值“${row.target.text}”）` : ''
  const target = table === 'indicators'
  return {
    kind,
    path: kind === 'added' ? path : null,
    oldPath: kind === 'added' ? null : path,
    label,
    before: kind === 'removed' ? ((row as { name?: string | null }).name ?? label) : null, // funds have a label instead
    after: kind === 'added' ? ((row as { name?: string | null }).name ?? label) : null, // as above
    effect: target ? (kind === 'added' ? 'stricter' : 'looser') : 'neutral',
    message: `${kind === 'added' ? '新增' : '删去'}${label}${value}。`,
  }
}

const move = (table: Table, row: Row, oldPath: string, path: string, from: number, to: number): Change => ({
  kind: 'moved',
  path,
  oldPath,
  label: rowLabel(table, row),
  before: String(from + 1),
  after: String(to + 1),
  effect: 'neutral',
  message: `${rowLabel(table, row)}由第${from + 1}行移到第${to + 1}行。`,
})

/** The fewest rows that must have moved: those outside the longest run that kept its order. */
function movedRows(pairs: readonly number[]): ReadonlySet<number> {
  const rows = pairs.flatMap((was, i) => (was >= 0 ? [{ was, i }] : []))
  const best: { length: number; before: number }[] = []
  rows.forEach(({ was }, n) => {
    let [length, before] = [1, -1]
    for (let k = 0; k < n; k++) {
      const earlier = best[k]
      if (earlier === undefined || (rows[k]?.was ?? 0) >= was || earlier.length < length) continue
      ;[length, before] = [earlier.length + 1, k]
    }
    best.push({ length, before })
  })
  const moved = new Set(rows.map(({ i }) => i))
  let at = best.reduce((top, { length }, n) => (length > (best[top]?.length ?? 0) ? n : top), 0)
  while (at >= 0 && rows[at] !== undefined) {
    moved.delete(rows[at]?.i ?? -1)
    at = best[at]?.before ?? -1
  }
  return moved
}
