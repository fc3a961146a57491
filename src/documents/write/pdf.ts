// Forms → PDF: A4 pages with ruled tables and embedded fonts, written as a stream, so that memory stays flat.
import type { Form } from '../../kernel/form/form.ts'
import { undrawnIn } from './pdf/characters.ts'
import { type Block, laidOut } from './pdf/flow.ts'
import { formBlocks } from './pdf/form-blocks.ts'
import { printed } from './pdf/print-book.ts'
import { printout } from './printout.ts'

/** A PDF of the forms, in pieces. Throws `InputProblem` for a form that has no layout. */
export async function* writePdf(forms: Iterable<Form>, source: string): AsyncGenerator<Uint8Array> {
  yield* printed(blocksOf(forms), { title: source.replace(/\.[a-z]+$/i, ''), contents: false })
}

/** The forms as one publication: title page, contents with page numbers, bookmarks. */
export async function* compilePdf(forms: Iterable<Form>, title: string): AsyncGenerator<Uint8Array> {
  yield* printed(blocksOf(forms), { title, contents: true })
}

/** The page each form begins on, counted from the first. */
export function pageNumbers(forms: Iterable<Form>): readonly number[] {
  const numbers: number[] = []
  let pages = 0
  for (const { places } of laidOut(blocksOf(forms))) {
    pages++
    for (const _ of places) numbers.push(pages)
  }
  return numbers
}

function* blocksOf(forms: Iterable<Form>): Generator<Block> {
  for (const form of forms) yield* formBlocks(printout(form))
}

/** Characters of the forms that no font here draws: in a PDF each is an empty box, which still copies as what it stands for. */
export function undrawn(forms: Iterable<Form>): readonly string[] {
  const signs = new Set<string>()
  for (const form of forms) {
    const { title, rows } = printout(form)
    for (const text of [title, ...rows.flat().map((cell) => cell.text)]) for (const sign of text) signs.add(sign)
  }
  return undrawnIn([...signs].join(''))
}
