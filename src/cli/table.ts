// Plain tables for a terminal; a Chinese character takes two columns.
import { displayWidth } from '../documents/wrapped.ts'

export type TableColumn = { readonly title: string; readonly max: number; readonly align?: 'left' | 'right' }

/** Cuts a text to a width, with … where something was cut. */
export function cut(text: string, max: number): string {
  if (displayWidth(text) <= max) return text
  let kept = ''
  for (const char of text) {
    if (displayWidth(kept + char) > max - 2) break
    kept += char
  }
  return `${kept}…`
}

/** Columns of a terminal line. */
const LINE = 100

/** What a line is broken between: numbers and Latin words stay whole, opening and closing marks with what they enclose. */
const word = /[（《“‘【(]*(?:[A-Za-z0-9.,%@_-]+|.)[，。；：、！？）】》”’…)]*/gu

/** A text in lines of at most 100 columns under a label, the lines below the first set in as far as `indent` says. */
export function hanging(label: string, text: string, indent = ' '.repeat(spaceOf(label))): string {
  const lines: string[] = []
  let [line, width] = [label, spaceOf(label)]
  for (const piece of text.replace(/\s+/g, ' ').match(word) ?? []) {
    const own = spaceOf(piece)
    if (width + own <= LINE) {
      line += piece
      width += own
    } else {
      lines.push(line)
      line = indent + piece.trimStart()
      width = spaceOf(line)
    }
  }
  return [...lines, line].join('\n').replace(/ +$/gm, '')
}

/** Columns of a text with the blanks at its ends. */
const spaceOf = (text: string): number => displayWidth(`|${text}|`) - 2

const pad = (text: string, width: number, align: TableColumn['align']) => {
  const blanks = ' '.repeat(Math.max(0, width - displayWidth(text)))
  return align === 'right' ? blanks + text : text + blanks
}

/** Rows under their titles; each column as wide as its longest cell, at most `max`. */
export function table(columns: readonly TableColumn[], rows: readonly (readonly (string | null)[])[]): string {
  const cells = rows.map((row) => columns.map((c, i) => cut((row[i] ?? '').replace(/\s+/g, ' ').trim(), c.max)))
  const widths = columns.map((c, i) =>
    Math.max(displayWidth(c.title), ...cells.map((row) => displayWidth(row[i] ?? ''))),
  )
  const line = (row: readonly string[]) =>
    row
      .map((text, i) => pad(text, widths[i] ?? 0, columns[i]?.align))
      .join('  ')
      .trimEnd()
  return [line(columns.map((c) => c.title)), line(widths.map((w) => '-'.repeat(w))), ...cells.map(line)].join('\n')
}
