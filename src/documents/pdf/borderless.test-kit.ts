// Prints forms without any rules, and says which of their fields a reader got right, left out or got wrong.
import { cellOf, headCells, type Row, rowCells, type Table, tables } from '../../kernel/form/cells.ts'
import type { Form } from '../../kernel/form/form.ts'
import { pageOf, points } from '../write/measure.ts'
import { createBook } from '../write/pdf/book.ts'
import { textWidth } from '../write/pdf/characters.ts'
import { laidOut } from '../write/pdf/flow.ts'
import { formBlocks } from '../write/pdf/form-blocks.ts'
import type { LaidPage } from '../write/pdf/page.ts'
import { type Printout, printout } from '../write/printout.ts'

/** How the texts stand in their cells; `printed`: as the form has it, words centred, sentences left, money right. */
export type Alignment = 'left' | 'center' | 'printed'

/** The forms as our own PDF, its pages numbered, without the boxes around its cells. */
export async function withoutRules(forms: readonly Form[], alignment: Alignment): Promise<Uint8Array> {
  const book = createBook()
  const pages: number[] = []
  const blocks = forms.flatMap((form) => [...formBlocks(aligned(printout(form), alignment))])
  for (const page of laidOut(blocks)) pages.push(book.add({ ...withFoot(page, pages.length + 1), boxes: [] }))
  return book.end({ title: '', pages, front: 0, bookmarks: [] })
}

const aligned = (print: Printout, align: Alignment): Printout =>
  align === 'printed' ? print : { ...print, rows: print.rows.map((row) => row.map((cell) => ({ ...cell, align }))) }

function withFoot(page: LaidPage, number: number): LaidPage {
  const { width, height } = pageOf(page.orientation)
  const [text, size] = [`— ${number} —`, 9]
  const x = (points(width) - textWidth(text, size, 'regular')) / 2
  return { ...page, texts: [...page.texts, { x, y: points(height) - 32, size, weight: 'regular', text }] }
}

/** `silent`: left out and not listed as not read either. */
export type Compared = {
  readonly right: number
  readonly left: number
  readonly silent: number
  readonly wrong: readonly Wrong[]
}
export type Wrong = { readonly path: string; readonly expected: string; readonly found: string }

type Fields = ReadonlyMap<string, string>
/** A read field that the form does not have is wrong, one that it has and that was not read is left out. */
export function compared(form: Form, read: Form | undefined): Compared {
  const pairs: (readonly [string, Fields, Fields])[] = [['', headOf(form), headOf(read)]]
  for (const table of tables)
    paired(rowsOf(form, table), rowsOf(read, table)).forEach(([mine, found], i) => {
      pairs.push([`${table}[${i}].`, mine ?? NONE, found ?? NONE])
    })
  const listed = squeezed((read?.notRead ?? []).map(({ text }) => text).join('\n'))
  let [right, left, silent] = [0, 0, 0]
  const wrong: Wrong[] = []
  for (const [before, mine, found] of pairs)
    for (const name of new Set([...mine.keys(), ...found.keys()])) {
      const [expected = '', got = ''] = [mine.get(name), found.get(name)]
      if (got === expected) right++
      else if (got !== '') wrong.push({ path: before + name, expected, found: got })
      else {
        left++
        if (!listed.includes(expected)) silent++
      }
    }
  return { right, left, silent, wrong }
}

const NONE: Fields = new Map()
const squeezed = (text: string): string => text.replace(/\s+/g, '')

/** What stands in a cell, without the blanks and breaks a page puts into it. */
function printed(value: unknown): string {
  const text = value !== null && typeof value === 'object' && 'text' in value ? value.text : value
  return squeezed(String(text ?? ''))
}

/** The region follows from the offices' names, where a row belongs from its label: neither is printed. */
const DERIVED = ['region', 'scope', 'level']

const filled = (of: Form | Row, names: readonly string[]): Fields =>
  new Map(
    names
      .filter((name) => !DERIVED.includes(name))
      .map((name) => [name, printed(cellOf(of, name))] as const)
      .filter(([, text]) => text !== ''),
  )

const headOf = (form: Form | undefined): Fields => (form === undefined ? NONE : filled(form, headCells(form)))

const rowsOf = (form: Form | undefined, table: Table): readonly Fields[] =>
  (form?.[table] ?? []).map((row: Row) => filled(row, rowCells(table, row)))

type Pair = readonly [Fields | undefined, Fields | undefined]

const keyOf = (row: Fields): string => row.get('label') ?? row.get('name') ?? ''

/** Rows of the same name in order; the rows between them as they stand. */
function paired(mine: readonly Fields[], found: readonly Fields[]): readonly Pair[] {
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  for (const [a, b] of [...common(mine.map(keyOf), found.map(keyOf)), [mine.length, found.length] as const]) {
    for (; i < a || j < b; ) pairs.push([i < a ? mine[i++] : undefined, j < b ? found[j++] : undefined])
    if (a < mine.length && b < found.length) pairs.push([mine[i++], found[j++]])
  }
  return pairs
}

/** The longest sequence of equal keys in both lists, by their places. */
function common(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const best = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  const length = (i: number, j: number): number => best[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = best[i]
      if (row) row[j] = a[i] === b[j] ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1))
    }
  const places: (readonly [number, number])[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; )
    if (a[i] === b[j]) places.push([i++, j++])
    else if (length(i + 1, j) >= length(i, j + 1)) i++
    else j++
  return places
}
