// Bytes → text. Published files are UTF-8, GB18030 or UTF-16, with or without a mark, sometimes cut within a character.
import { InputProblem } from './input-problem.ts'

/** `notes` says in Chinese what had to be left out; empty for a sound file. */
export type Decoded = { readonly text: string; readonly encoding: string; readonly notes: readonly string[] }

const HEAD = 65_536
/** A file with a larger share of control characters than this is no text. */
const TOLERATED = 0.001

/** Throws `InputProblem` (not-text) for bytes that are no text in any of the encodings. */
export function decode(bytes: Uint8Array, name: string): Decoded {
  const marked = byMark(bytes)
  if (marked !== null) return readable(marked, bytes, name)
  if (bytes.subarray(0, HEAD).includes(0)) {
    const wide = wideEncoding(bytes.subarray(0, HEAD))
    if (wide === null) throw notText(name)
    return readable(wide, bytes, name)
  }
  const exact =
    strict('utf-8', bytes) ?? damaged('utf-8', bytes) ?? strict('gb18030', bytes) ?? damaged('gb18030', bytes)
  if (exact === null) throw notText(name)
  return sound(exact, name)
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without a mark: line breaks, digits and tabs leave zero bytes, all on the same side. */
function wideEncoding(head: Uint8Array): string | null {
  let even = 0
  let odd = 0
  for (let i = 0; i < head.length; i++) if (head[i] === 0) i % 2 === 0 ? even++ : odd++
  if (Math.min(even, odd) > 0) return null
  return even > 0 ? 'utf-16be' : 'utf-16le'
}

function readable(encoding: string, bytes: Uint8Array, name: string): Decoded {
  const read = strict(encoding, bytes) ?? damaged(encoding, bytes)
  if (read === null) throw notText(name)
  return sound(read, name)
}

function strict(encoding: string, bytes: Uint8Array): Decoded | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, notes: [] }
  } catch {
    return null
  }
}

function lossy(encoding: string, bytes: Uint8Array): Decoded {
  const text = new TextDecoder(encoding).decode(bytes)
  return { text, encoding, notes: ['有个别字符已损坏，显示为“\ufffd”'] }
}

/** A few broken bytes (a file cut within a character) do not make a Chinese text unreadable; null for anything else. */
function damaged(encoding: string, bytes: Uint8Array): Decoded | null {
  const read = lossy(encoding, bytes)
  const chinese = share(read.text, (code) => code >= 0x4e00 && code <= 0x9fff)
  return chinese > 3 * share(read.text, isReplaced) ? read : null
}

function sound(read: Decoded, name: string): Decoded {
  if (share(read.text, isStrange) > TOLERATED) throw notText(name)
  return read
}

const isReplaced = (code: number): boolean => code === 0xfffd
/** Control characters: no text prints them in number. */
const isStrange = (code: number): boolean => (code < 0x20 && (code < 0x09 || code > 0x0d)) || code === 0x7f

/** Share of characters of a kind, judged on the first 64 K. */
function share(text: string, of: (code: number) => boolean): number {
  const end = Math.min(text.length, HEAD)
  let count = 0
  for (let i = 0; i < end; i++) if (of(text.charCodeAt(i))) count++
  return end === 0 ? 0 : count / end
}

const notText = (name: string): InputProblem =>
  new InputProblem('not-text', `${name}：不是可读的文本（编码无法识别），请另存为 UTF-8 文本后再试`)
