// The money table: one row a kind of money, its amounts in one line; what is empty prints nothing.
import { blankFund } from '../../kernel/form/blank.ts'
import type { Fund } from '../../kernel/form/form.ts'
import { type Column, type FundRow, type Layout, sectionOf, spellings } from '../../kernel/layout/layout.ts'
import { type Atom, atomsOf, cellText } from '../flow/atoms.ts'
import { withoutWithin } from '../labels.ts'
import { isNothing, labelKey, numberText } from '../text.ts'
import type { FieldRecord } from './record.ts'
import type { TableBlock } from './sections.ts'

type PrintedRow = { readonly label: readonly Atom[]; readonly values: Atom[] }

const isValue = (atom: Atom): boolean => numberText(atom.text) !== null || isNothing(atom.text)
const isPercent = (atom: Atom): boolean => /[%％]$/.test(atom.text)
const labelOf = (atoms: readonly Atom[]): string => withoutWithin(labelKey(cellText(atoms)))

/** Rows begin with words and end with numbers. A label's last part may stand below the numbers. */
function rowsOf(atoms: readonly Atom[], rows: readonly FundRow[]): readonly PrintedRow[] {
  const known = new Set(rows.flatMap((row) => spellings(row).map(labelKey)))
  const found: PrintedRow[] = []
  let label: Atom[] = []
  for (const atom of atoms) {
    if (!isValue(atom)) {
      label.push(atom)
      const open = found.at(-1)
      if (open && open.values.length > 0 && completes(open.label, label, known)) {
        found[found.length - 1] = { label: [...open.label, ...label], values: open.values }
        label = []
      }
    } else if (label.length > 0) {
      found.push({ label, values: [atom] })
      label = []
    } else found.at(-1)?.values.push(atom)
  }
  return found
}

const completes = (label: readonly Atom[], rest: readonly Atom[], known: ReadonlySet<string>): boolean =>
  rest[0]?.gap !== 'space' && !known.has(labelOf(label)) && known.has(labelOf([...label, ...rest]))

type Amounts = Partial<Record<keyof Fund, Atom>>

/**
 * Values by column. Fewer values than columns are placed by the percent sign of the rate: three amounts before it,
 * weight and score behind it. What could stand in more than one column is left out.
 */
function placeValues(
  values: readonly Atom[],
  columns: readonly Column[],
): { readonly placed: Amounts; readonly lost: readonly Atom[] } {
  const keys = columns.map((column) => column.at as keyof Fund)
  if (values.length === keys.length) return { placed: zip(keys, values), lost: [] }
  const rate = keys.indexOf('rate')
  const percent = values.findIndex(isPercent)
  if (rate < 0 || percent < 0) {
    const amounts = rate < 0 ? keys.length : rate
    return values.length === amounts ? { placed: zip(keys, values), lost: [] } : { placed: {}, lost: values }
  }
  const before = fill(keys.slice(0, rate), values.slice(0, percent))
  const behind = fill(keys.slice(rate + 1), values.slice(percent + 1))
  const [sign] = values.slice(percent)
  return {
    placed: { ...before.placed, ...(sign ? { rate: sign } : {}), ...behind.placed },
    lost: [...before.lost, ...behind.lost],
  }
}

const zip = (keys: readonly (keyof Fund)[], values: readonly Atom[]): Amounts =>
  Object.fromEntries(keys.flatMap((key, i) => (values[i] ? [[key, values[i]]] : [])))

const fill = (keys: readonly (keyof Fund)[], values: readonly Atom[]): { placed: Amounts; lost: readonly Atom[] } =>
  values.length === keys.length
    ? { placed: zip(keys, values), lost: [] }
    : { placed: {}, lost: values.filter((value) => !isNothing(value.text)) }

/** The form's own row of this label; headings that could not be read may stand before it. */
const officialRow = (label: string, rows: readonly FundRow[]): FundRow | undefined =>
  rows.find((row) => spellings(row).some((spelling) => label === labelKey(spelling))) ??
  rows.find((row) => spellings(row).some((spelling) => label.endsWith(labelKey(spelling))))

const totalLabel = /合计|总计|总额|小计/

export function readFunds(block: TableBlock, layout: Layout, record: FieldRecord): readonly Fund[] {
  const known = sectionOf(layout, 'funds')?.rows ?? []
  return rowsOf(atomsOf(block.lines), known).map((row, index) => {
    const label = labelOf(row.label)
    const official = officialRow(label, known)
    const { placed, lost } = placeValues(row.values, block.columns)
    const fund: Fund = {
      ...blankFund(official?.label ?? label, official?.level ?? (totalLabel.test(label) ? 0 : 1), official?.scope),
    }
    const path = `funds[${index}]`
    record.place(`${path}.label`, row.label)
    if (lost.length > 0)
      record.doubt(
        path,
        `“${label}”一行的${lost.map((atom) => atom.text).join('、')}不能确定属于哪一列`,
        lost[0]?.line.line,
      )
    const amounts = Object.entries(placed).flatMap(([key, atom]) => {
      record.place(`${path}.${key}`, [atom])
      return [[key, numberText(atom.text)] as const]
    })
    return { ...fund, ...Object.fromEntries(amounts) }
  })
}

/** The unit the headings print: 项目资金（万元）, 年初预算（元）. */
export const amountUnitOf = (heading: string): '元' | '万元' | null =>
  /万元/.test(heading) ? '万元' : /元/.test(heading) ? '元' : null
