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
