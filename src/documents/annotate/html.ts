// Findings in a web page: a mark with its words at the cell, and all of them in a list below the page.
import { type DefaultTreeAdapterMap, defaultTreeAdapter as tree } from 'parse5'
import { severityLabel } from '../../kernel/review/words.ts'
import { pageText, parsed } from '../html/read-html.ts'
import { type Witness, walkPage } from '../html/walk.ts'
import { OWN_NOTE } from '../own-notes.ts'
import type { Note } from './notes.ts'
import { type Splice, spliced } from './splice.ts'

type Node = DefaultTreeAdapterMap['node']

/** What is put in is ASCII: it reads the same in every encoding but those of two bytes a character. */
export function annotateHtml(bytes: Uint8Array, name: string, notes: readonly Note[]): Uint8Array {
  const { text } = pageText(bytes, name)
  const width = bytes.subarray(0, 1024).includes(0) ? 2 : 1
  const encoded = (html: string): Uint8Array => (width === 1 ? Buffer.from(html) : wide(html, bytes))
  const byteAt = bytesBehindTags(bytes, text, width)
  const places = pagePlaces(parsed(text, name, true))
  const splices = notes.flatMap((note, i): readonly Splice[] => {
    const found = note.places.map(({ cell = '' }) => places.get(cell)).find((offset) => offset !== undefined)
    const at = found === undefined ? undefined : byteAt(found)
    return at === undefined ? [] : [{ at, insert: encoded(mark(note, i + 1)) }]
  })
  const list = encoded(notes.map((note, i) => item(note, i + 1)).join(''))
  const end = /<\/body\s*>/i.exec(text)?.index
  return spliced(bytes, [...splices, { at: endOf(bytes, text, end, width), insert: list }])
}

const COLOURS = { error: '#cf1322', warning: '#ad6800', advice: '#0958d9' } as const

const mark = (note: Note, number: number): string =>
  `<button type="button" style="font-size:75%;color:${COLOURS[note.severity]}" title="${ascii(note.lines.join('\n'))}">${ascii(severityLabel[note.severity])} ${number}</button>`

const item = (note: Note, number: number): string =>
  `<p>${ascii(`${OWN_NOTE}${number} ${note.lines.join('　')}`)}</p>\n`

/** Every character but plain letters, digits and blanks as its number. */
const ascii = (text: string): string => text.replace(/[^\w ]/gu, (sign) => `&#${sign.codePointAt(0)};`)

function wide(html: string, bytes: Uint8Array): Uint8Array {
  const units = Buffer.from(html, 'utf16le')
  return bytes[0] === 0xfe || bytes[0] === 0 ? units.swap16() : units
}

/** Where what a place holds begins in the text, by the names sources have. Only places behind a tag are taken. */
function pagePlaces(page: DefaultTreeAdapterMap['document']): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  const seen: Witness = (node, draft) => {
    const place = placeOf(node, draft)
    const at = place === null ? undefined : startOf(node)
    if (place !== null && at !== undefined && !places.has(place)) places.set(place, at)
  }
  walkPage(page, seen)
  return places
}

function placeOf(node: Node, draft: Parameters<Witness>[1]): string | null {
  const table = draft.tables.at(-1)
  if (tree.isElementNode(node)) {
    const cell = node.tagName === 'td' || node.tagName === 'th'
    return cell && table?.cells ? `table ${table.number}, row ${table.rowCount}, cell ${table.cells.length}` : null
  }
  const text = tree.isTextNode(node) && node.value.trim() !== ''
  return text && draft.tables.every((open) => open.cell === null) ? `paragraph ${draft.paragraphs + 1}` : null
}

function startOf(node: Node): number | undefined {
  if (tree.isElementNode(node)) return node.sourceCodeLocation?.startTag?.endOffset
  return tree.isTextNode(node) ? node.sourceCodeLocation?.startOffset : undefined
}

/** Place behind a > of the text → the byte behind it: no character of the encodings holds the byte of a > in it. */
function bytesBehindTags(bytes: Uint8Array, text: string, width: number): (offset: number) => number | undefined {
  const order = new Map<number, number>()
  for (let at = text.indexOf('>'); at >= 0; at = text.indexOf('>', at + 1)) order.set(at + 1, order.size)
  const ends = placesOf(bytes, '>', width)
  return (offset) => {
    const number = order.get(offset)
    const at = number === undefined ? undefined : ends[number]
    return at === undefined ? undefined : at + width
  }
}

/** The byte of the < at a place of the text; the end of the file where there is none. */
function endOf(bytes: Uint8Array, text: string, offset: number | undefined, width: number): number {
  if (offset === undefined) return bytes.length
  let number = 0
  for (let at = text.indexOf('<'); at >= 0 && at < offset; at = text.indexOf('<', at + 1)) number++
  return placesOf(bytes, '<', width)[number] ?? bytes.length
}

function placesOf(bytes: Uint8Array, sign: string, width: number): readonly number[] {
  const code = sign.charCodeAt(0)
  const places: number[] = []
  for (let at = bytes.indexOf(code); at >= 0; at = bytes.indexOf(code, at + 1)) {
    const start = width === 1 ? at : at - (at % 2)
    if (width === 1 || bytes[at === start ? at + 1 : start] === 0) places.push(start)
  }
  return places
}
