// The head of a department form: labels with their values, the department's code beside its name.
import type { Form } from '../../kernel/form/form.ts'
import { type Field, type Layout, sectionOf, spellings } from '../../kernel/layout/layout.ts'
import { type Atom, atomsOf, cellText } from '../flow/atoms.ts'
import { labelAt, labels } from '../flow/labels.ts'
import { regionOf } from '../region.ts'
import type { Line } from '../source-text.ts'
import { isNothing } from '../text.ts'
import type { FieldRecord } from './record.ts'

type Head = Pick<Form, 'title' | 'year' | 'region' | 'department' | 'unit'>

/** Code before or behind the name, in brackets, behind a dash or a blank: 141001. Two digits alone are no code. */
const codeBehind = /^(.*?)[\s\-—:：(（[【]*([0-9A-Za-z]*\d{3}[0-9A-Za-z]*)[)）\]】]?$/
const codeBefore = /^[(（[【]?([0-9A-Za-z]*\d{3}[0-9A-Za-z]*)[)）\]】]?[\s\-—:：]*(\S.*)$/

function organisation(text: string): { readonly code: string | null; readonly name: string | null } {
  const before = codeBefore.exec(text)
  if (before) return { code: before[1] ?? null, name: before[2] ?? null }
  const behind = codeBehind.exec(text)
  return behind ? { code: behind[2] ?? null, name: behind[1]?.trim() || null } : { code: null, name: text }
}

/** The atoms that belong to each label, by field path. */
function pairsOf(atoms: readonly Atom[], fields: readonly Field[]): ReadonlyMap<string, readonly Atom[]> {
  const known = labels(fields.flatMap((field) => spellings(field).map((label) => [label, field.at] as const)))
  const values = new Map<string, Atom[]>()
  let open: Atom[] | undefined
  for (let i = 0; i < atoms.length; ) {
    const label = labelAt(atoms, i, known)
    if (label) {
      open = values.get(label.value) ?? []
      values.set(label.value, open)
      i += label.count
      continue
    }
    const atom = atoms[i++]
    if (atom) open?.push(atom)
  }
  return values
}

const printedYear = /((?:19|20)\d{2})\s*年/

export function readHead(lines: readonly Line[], layout: Layout, record: FieldRecord): Head {
  const atoms = atomsOf(lines)
  const fields = sectionOf(layout, 'pairs')?.rows.flat() ?? []
  const values = pairsOf(atoms, fields)
  const title = atoms.filter((atom) => atom.line === atoms[0]?.line)
  record.place('title', title)
  const value = (path: string): string | null => {
    const found = values.get(path) ?? []
    if (!values.has(path)) record.doubt(path, `没有找到“${fields.find((field) => field.at === path)?.label ?? path}”`)
    record.place(path, found)
    const text = cellText(found)
    return isNothing(text) ? null : text
  }
  const department = value('department.name')
  const unit = value('unit.name')
  const named = department === null ? null : organisation(department)
  if (named?.code) record.place('department.code', values.get('department.name') ?? [])
  return {
    title: cellText(title) || null,
    year: yearOf(atoms, record),
    region: regionOf(named?.name),
    department: named,
    unit: unit === null ? null : { code: null, name: unit },
  }
}

/** The year the head prints: 2022年度 in the title, under it or beside 填报年度. */
function yearOf(atoms: readonly Atom[], record: FieldRecord): number | null {
  const at = atoms.findIndex((atom) => printedYear.test(atom.text))
  const atom = atoms[at]
  if (atom === undefined) return null
  record.place('year', [atom])
  return Number(printedYear.exec(atom.text)?.[1])
}
