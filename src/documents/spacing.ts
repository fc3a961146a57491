// Blank lines that say nothing: web pages copied as text print every cell as a paragraph of its own.
import type { Line } from './source-text.ts'

/** So many lines tell whether the blank ones between them say anything. */
const ENOUGH = 20

/**
 * The lines of a text without the blank ones where those stand between all lines, as between paragraphs; a text whose
 * blank lines part something keeps them. Lines keep their numbers.
 */
export function withoutSpacing(lines: readonly Line[]): readonly Line[] {
  const filled = lines.filter((line) => !isBlank(line))
  const apart = lines.filter((line, i) => !isBlank(line) && i > 0 && isBlank(lines[i - 1])).length
  return filled.length >= ENOUGH && apart * 10 >= filled.length * 9 ? filled : lines
}

const isBlank = (line: Line | undefined): boolean => line !== undefined && line.text.trim() === ''
