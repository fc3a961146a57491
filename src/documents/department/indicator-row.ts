// One row of the indicator table: its pieces in reading order, cut into cells by the words only one column can hold.
import type { Atom } from '../flow/atoms.ts'
import { beginsLine, isDirection, isNature, isPoints } from './indicator-words.ts'

/** A row's cells; an empty list = nothing printed. `values` holds target, actual and unit, not cut yet. */
export type RowCells = {
  readonly name: readonly Atom[]
  readonly nature: readonly Atom[]
  readonly direction: readonly Atom[]
  readonly values: readonly Atom[]
  readonly weight: readonly Atom[]
  readonly score: readonly Atom[]
  readonly deviation: readonly Atom[]
}

/** Pieces of a direction wrapped in a narrow column. */
const mostDirectionPieces = 4

/** How many pieces from `at` on are the direction; the longest reading wins: 大于 / 等于 = 大于等于. */
export function directionLength(pieces: readonly Atom[], at: number): number {
  let text = ''
  let length = 0
  for (let i = at; i < pieces.length && i < at + mostDirectionPieces; i++) {
    const piece = pieces[i]
    if (piece === undefined || (i > at && !beginsLine(piece))) break
    text += piece.text
    if (isDirection(text)) length = i - at + 1
  }
  return length
}

/** Where weight and score stand: the last two of the last run of plain numbers; -1 = not printed. */
function pointsAt(pieces: readonly Atom[], from: number): { readonly at: number; readonly count: number } {
  let found = { at: -1, count: 0 }
  for (let i = from; i < pieces.length; ) {
    let end = i
    while (end < pieces.length && isPoints(pieces[end]?.text ?? '')) end++
    if (end - i >= 2) found = { at: end - 2, count: 2 }
    else if (end - i === 1 && found.count === 0 && i > from) found = { at: i, count: 1 }
    i = Math.max(end, i + 1)
  }
  return found
}

/** Where the name ends: at the nature, else at the direction, else after the first line's first piece. */
function nameLength(pieces: readonly Atom[]): number {
  const nature = pieces.findIndex((piece) => isNature(piece.text))
  if (nature >= 0) return nature
  const direction = pieces.findIndex((piece, i) => i > 0 && isDirection(piece.text))
  if (direction >= 0) return direction
  const cell = pieces.findIndex((piece, i) => i > 0 && !beginsLine(piece))
  return cell < 0 ? pieces.length : cell
}

export function rowCells(pieces: readonly Atom[]): RowCells {
  const nameEnd = nameLength(pieces)
  const natureEnd = nameEnd + (isNature(pieces[nameEnd]?.text ?? '') ? 1 : 0)
  const directionEnd = natureEnd + directionLength(pieces, natureEnd)
  const points = pointsAt(pieces, directionEnd)
  const valuesEnd = points.at < 0 ? pieces.length : points.at
  return {
    name: pieces.slice(0, nameEnd),
    nature: pieces.slice(nameEnd, natureEnd),
    direction: pieces.slice(natureEnd, directionEnd),
    values: pieces.slice(directionEnd, valuesEnd),
    weight: pieces.slice(valuesEnd, valuesEnd + 1),
    score: pieces.slice(valuesEnd + 1, valuesEnd + points.count),
    deviation: points.at < 0 ? [] : pieces.slice(valuesEnd + points.count),
  }
}
