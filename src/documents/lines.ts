// Text → numbered lines. Line ends of all systems; a form feed starts the next page, as PDF text prints it.
import type { Line } from './source-text.ts'

const LINE_END = /\r\n|[\n\r\u0085\u2028\u2029]/

export function linesOf(text: string): readonly Line[] {
  const paged = text.includes('\f')
  let page = 1
  return text.split(LINE_END).map((raw, i) => {
    if (!paged) return { line: i + 1, text: raw }
    page += raw.startsWith('\f') ? 1 : 0
    const line = { line: i + 1, page, text: raw.replaceAll('\f', '') }
    page += raw.lastIndexOf('\f') > 0 ? 1 : 0
    return line
  })
}

/** How many lines a text has, without building them. */
export function countLines(text: string): number {
  let lines = 1
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) lines++
  }
  return lines
}
