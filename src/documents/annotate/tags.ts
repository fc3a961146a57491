// The tags of an XML part with the bytes they stand at: for changing a part without writing it anew.
import { XmlProblem } from '../xml.ts'

export type Tag = {
  /** As written, with its prefix. */
  readonly name: string
  /** Without the prefix. */
  readonly local: string
  readonly kind: 'open' | 'close' | 'empty'
  readonly start: number
  /** The byte behind the tag. */
  readonly end: number
}

/** One character a byte: places in the text are places in the file. Throws `XmlProblem` for UTF-16, which no program writes. */
export function byteText(part: Uint8Array): string {
  if ((part[0] === 0xff && part[1] === 0xfe) || (part[0] === 0xfe && part[1] === 0xff)) throw new XmlProblem('UTF-16')
  return Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('latin1')
}

/** All tags in order; comments, instructions and CDATA are passed over. A tag that never ends is not given. */
export function* tagsOf(text: string): Generator<Tag> {
  for (let at = text.indexOf('<'); at >= 0; ) {
    const end = endOf(text, at)
    if (end < 0) return
    const second = text[at + 1]
    if (second !== '!' && second !== '?') {
      const kind = second === '/' ? 'close' : text[end - 2] === '/' ? 'empty' : 'open'
      const name = nameAt(text, second === '/' ? at + 2 : at + 1, end)
      yield { name, local: name.slice(name.indexOf(':') + 1), kind, start: at, end }
    }
    at = text.indexOf('<', end)
  }
}

function nameAt(text: string, from: number, end: number): string {
  let to = from
  while (to < end && !/[\s/>]/.test(text[to] ?? '>')) to++
  return text.slice(from, to)
}

const CLOSINGS: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
]

/** The place behind a tag; a > between quotes does not end it. */
function endOf(text: string, at: number): number {
  for (const [opening, closing] of CLOSINGS)
    if (text.startsWith(opening, at)) {
      const end = text.indexOf(closing, at + opening.length)
      return end < 0 ? -1 : end + closing.length
    }
  let end = at
  for (;;) {
    const close = text.indexOf('>', end)
    if (close < 0) return -1
    const quote = openQuote(text, end, close)
    if (quote < 0) return close + 1
    end = text.indexOf(text[quote] ?? '"', quote + 1) + 1
    if (end === 0) return -1
  }
}

/** A quote between two places that is not closed there; -1 where there is none. */
function openQuote(text: string, from: number, to: number): number {
  let open = -1
  for (let at = from; at < to; at++) {
    const sign = text[at]
    if (open < 0 ? sign === '"' || sign === "'" : sign === text[open]) open = open < 0 ? at : -1
  }
  return open
}

/** The value of an attribute, as written; `name` without prefix matches any. */
export function attributeIn(text: string, tag: Tag, name: string): string | undefined {
  const found = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(
    text.slice(tag.start, tag.end),
  )
  return found?.[1] ?? found?.[2]
}

/** The prefix of a tag with its colon, '' where it has none. */
export const prefixOf = (tag: Tag): string => tag.name.slice(0, tag.name.length - tag.local.length)
