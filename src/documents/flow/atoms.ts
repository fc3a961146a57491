// Atoms: the pieces of text between blanks and line breaks, the smallest things a cell can be made of.
import type { Source } from '../../kernel/form/form.ts'
import type { Line } from '../source-text.ts'
import { joinWrapped } from '../wrapped.ts'

/** What stands between an atom and the one before it. `page` = the break of a page. */
export type Gap = 'space' | 'line' | 'blank' | 'page'

export type Atom = {
  readonly text: string
  readonly gap: Gap
  readonly line: Line
  /** Place of the atom in the text of its line. */
  readonly start: number
  readonly end: number
}

const pageNumber = /^(?:[-—–]\s*\d{1,4}\s*[-—–]|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?)$/
const bareNumber = /^\d{1,3}$/
/** So many blank lines in a row come from the break of a page, not from the spacing of a table. */
const pageBreakBlanks = 3

/** A number alone between two page breaks is the number of the page. */
function isPageNumber(text: string, blanksBefore: number, next: Line | undefined): boolean {
  if (pageNumber.test(text)) return true
  return bareNumber.test(text) && (next?.text.includes('\f') === true || (blanksBefore >= pageBreakBlanks && !next))
}

/** The atoms of some lines in reading order; page numbers are left out. */
export function atomsOf(lines: readonly Line[]): readonly Atom[] {
  const atoms: Atom[] = []
  let blanks = 0
  let brokenPage = false
  let page: number | undefined
  for (const [index, line] of lines.entries()) {
    const text = line.text.trim()
    if (line.text.includes('\f') || (page !== undefined && line.page !== page)) brokenPage = true
    page = line.page
    if (text === '') {
      blanks++
      continue
    }
    if (isPageNumber(text, blanks, lines[index + 1])) {
      brokenPage = true
      continue
    }
    const gap = brokenPage || blanks >= pageBreakBlanks ? 'page' : blanks > 0 ? 'blank' : 'line'
    let first = true
    for (const piece of line.text.matchAll(/[^\s\u00a0\u3000]+/g)) {
      const start = piece.index
      atoms.push({ text: piece[0], gap: first ? gap : 'space', line, start, end: start + piece[0].length })
      first = false
    }
    blanks = 0
    brokenPage = false
  }
  return atoms
}

/** A stretch of atoms line by line: the text of each line from the first to the last atom that stands in it. */
function slices(atoms: readonly Atom[]): readonly { readonly line: Line; readonly gap: Gap; readonly text: string }[] {
  const found: { line: Line; gap: Gap; start: number; end: number }[] = []
  for (const atom of atoms) {
    const last = found.at(-1)
    if (last && last.line === atom.line) last.end = atom.end
    else found.push({ line: atom.line, gap: atom.gap, start: atom.start, end: atom.end })
  }
  return found.map(({ line, gap, start, end }) => ({ line, gap, text: line.text.slice(start, end) }))
}

/** The lines a cell is printed in. */
export const cellLines = (atoms: readonly Atom[]): readonly string[] => slices(atoms).map((slice) => slice.text)

/** The cell's text, without the breaks that come from wrapping. */
export const cellText = (atoms: readonly Atom[]): string => joinWrapped(cellLines(atoms))

/** Where a cell stands; undefined for an empty one. */
export function sourceOf(atoms: readonly Atom[]): Source | undefined {
  const [first, last] = [atoms[0], atoms.at(-1)]
  if (!first || !last) return undefined
  const text = slices(atoms)
    .map(({ gap, text }, i) => (i === 0 ? text : `${gap === 'line' ? '\n' : '\n\n'}${text}`))
    .join('')
  return {
    ...(first.line.page === undefined ? {} : { page: first.line.page }),
    line: first.line.line,
    lineEnd: last.line.line,
    text,
  }
}
