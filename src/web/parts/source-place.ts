// Where a field stands in its document: in words, and as a piece of the line shown.
import type { Source } from '../../kernel/form/form.ts'

/** 第2个表 第5行 第3格; 自评表!F12; 第1页. Null where only the line is known: its number stands beside it anyway. */
export function placeInWords({ cell, page }: Source): string | null {
  const inTable = /^table (\d+), row (\d+), cell (\d+)$/.exec(cell ?? '')
  if (inTable) return `第${inTable[1]}个表 第${inTable[2]}行 第${inTable[3]}格`
  const paragraph = /^paragraph (\d+)$/.exec(cell ?? '')
  if (paragraph) return `第${paragraph[1]}段`
  return cell ?? (page === undefined ? null : `第${page}页`)
}

/** A shown row joins its cells by bars, a text row by tabs. */
const between = /( ｜ |\t)/

const bare = (text: string): string => text.replace(/\s+/g, '')

export type Piece = { readonly text: string; readonly here: boolean }

/**
 * The line in pieces, the chosen field's cell marked. `neighbours`: sources of all fields of the form; they tell which
 * of several equal cells is meant. Null where that cannot be told.
 */
export function piecesOf(line: string, source: Source, neighbours: readonly Source[]): readonly Piece[] | null {
  const parts = line.split(between)
  const wanted = bare(source.text)
  const same = parts.flatMap((part, i) => (i % 2 === 0 && bare(part) === wanted ? [i] : []))
  const chosen = same.length === 1 ? same[0] : same[rankOf(source, neighbours, same.length)]
  if (wanted === '' || chosen === undefined) return null
  return parts.map((text, i) => ({ text, here: i === chosen }))
}

/** Among the cells of the row with the same text, counted from the left; -1 where not all of them are known. */
function rankOf(source: Source, neighbours: readonly Source[], count: number): number {
  const text = bare(source.text)
  const alike = neighbours.filter((other) => other.line === source.line && bare(other.text) === text)
  const lefts = [...new Set(alike.map(left))].sort((a, b) => a - b)
  return lefts.length === count ? lefts.indexOf(left(source)) : -1
}

/** A number that grows from left to right within a row; NaN where the document has no cells. */
function left({ cell, box }: Source): number {
  if (box) return box.x
  const number = /, cell (\d+)$/.exec(cell ?? '')?.[1]
  if (number) return Number(number)
  const column = /(?:^|!)([A-Z]{1,3})\d+$/.exec(cell ?? '')?.[1]
  return column ? [...column].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) : Number.NaN
}
