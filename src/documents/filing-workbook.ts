// A filing as a workbook: taken out with what identifies it, and what a person changed in it when it comes back.
import { blankIndicator } from '../kernel/form/blank.ts'
import { cellOf, rowCells, textOf } from '../kernel/form/cells.ts'
import type { Form, Indicator } from '../kernel/form/form.ts'
import { merge } from '../kernel/form/merge.ts'
import { pairRows } from '../kernel/form/pairing.ts'
import { readDocument } from './read-document.ts'
import { writeMarkedXlsx } from './write/xlsx.ts'
import { readMarks, readRowKeys } from './xlsx/read-marks.ts'

/** Rows an empty form is given, so that there is something to write into. */
const BLANK_ROWS = 15

export const filingWorkbook = (form: Form, filingId: string, version: number): Buffer =>
  Buffer.concat([...writeMarkedXlsx(withRoom(form), { filing: filingId, version: String(version) })])

const withRoom = (form: Form): Form =>
  form.indicators.length > 0 ? form : { ...form, indicators: Array.from({ length: BLANK_ROWS }, () => blankIndicator) }

/** Which filing a workbook was taken from, and at which version; null where it does not say. */
export function workbookOrigin(bytes: Uint8Array, name: string): { filing: string; version: number } | null {
  const { filing, version } = readMarks(bytes, name).marks
  return filing === undefined || !/^\d+$/.test(version ?? '') ? null : { filing, version: Number(version) }
}

/**
 * The form as the person left it: `base` with what was changed in the workbook, and nothing else. What a workbook does
 * not carry, or gives back otherwise than it was, is found by writing and reading `base` once more. Throws `InputProblem`.
 */
export async function editedInWorkbook(
  base: Form,
  bytes: Uint8Array,
  name: string,
  read: ReadForms = readHere,
): Promise<Form> {
  const written = filingWorkbook(base, '', 0)
  const before = keyedAsBase(await onlyForm(readHere, written, name), base)
  const after = keyedByRows(await onlyForm(read, bytes, name), base, bytes, name)
  const { form } = merge(before, base, after)
  const left = new Set([...after.indicators, ...after.tasks].map(({ key }) => key))
  const isLeft = ({ key }: { key?: string | undefined }): boolean => key === undefined || left.has(key)
  const { sources, doubts, ...content } = form
  return {
    ...content,
    tasks: form.tasks.filter(isLeft),
    indicators: form.indicators.filter((row) => isLeft(row) && !isBlank(row)),
  }
}

/** Reads what came from outside, maybe in a thread of its own. Answers at least one form, or throws. */
type ReadForms = (input: { readonly bytes: Uint8Array; readonly name: string }) => Promise<readonly Form[]>
const readHere: ReadForms = async ({ bytes, name }) => (await readDocument(bytes, name)).forms

/** A workbook of ours holds one form; sheets somebody added behind it are not ours. */
async function onlyForm(read: ReadForms, bytes: Uint8Array, name: string): Promise<Form> {
  return (await read({ bytes, name }))[0] as Form // at least one: see ReadForms
}

const isBlank = (row: Indicator): boolean =>
  rowCells('indicators', row).every((name) => (textOf(cellOf(row, name)) ?? '').trim() === '')

/** Keys of the rows as they were written, in their order. */
function keyedAsBase(read: Form, base: Form): Form {
  const keyed = <T extends 'tasks' | 'indicators'>(table: T): Form[T] => {
    const pairs = read[table].length === base[table].length ? base[table].map((_, i) => i) : pairRows(table, read, base)
    // the same rows, each with a key
    return read[table].map((row, i) => withKey(row, base[table][pairs[i] ?? -1]?.key)) as Form[T]
  }
  return { ...read, tasks: keyed('tasks'), indicators: keyed('indicators') }
}

/**
 * Keys by what the workbook says of its rows; rows without one are new, or known by what they say. Names of rows stand
 * where they were when rows are sorted: they are asked only where a program left the column of keys out.
 */
function keyedByRows(read: Form, base: Form, bytes: Uint8Array, name: string): Form {
  const rows = readRowKeys(bytes, name) ?? readMarks(bytes, name).rows
  const keyed = <T extends 'tasks' | 'indicators'>(table: T): Form[T] => {
    const places = rows[table]
    return read[table].map((row, i) => {
      const at = rowOfSheet(read, `${table}[${i}]`)
      const was = at === null ? undefined : places?.get(at)
      return withKey(row, was === undefined ? undefined : base[table][was]?.key)
    }) as Form[T] // the same rows, each with a key
  }
  return { ...read, tasks: keyed('tasks'), indicators: keyed('indicators') }
}

const withKey = <R extends { key?: string | undefined }>(row: R, key: string | undefined): R => {
  const { key: _, ...rest } = row
  return (key === undefined ? rest : { ...rest, key }) as R // a row with or without its optional key
}

/** Row of the sheet a row of the form was read from: of the cells that belong to it alone. */
function rowOfSheet({ sources = {} }: Form, path: string): number | null {
  for (const cell of ['name', 'target', 'content', 'weight']) {
    const row = /!\$?[A-Z]+\$?(\d+)/.exec(sources[`${path}.${cell}`]?.cell ?? '')?.[1]
    if (row !== undefined) return Number(row)
  }
  return null
}
