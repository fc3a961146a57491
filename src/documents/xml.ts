// XML read as a stream of tags, without ever resolving anything: for the parts of Office files.
import { SaxesParser } from 'saxes'

/** Names come without their prefix: Office files declare the same vocabulary under many. */
export type XmlHandler = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>, empty: boolean) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** No Office file is nested deeper; a hostile one is. */
const DEEPEST = 256
const PIECE = 65_536

/** A part that is no sound XML; what was read before it stays read. */
export class XmlProblem extends Error {}

/** Thrown by a handler that has read enough. */
export class EnoughRead extends Error {}

/** Throws `XmlProblem` at the first error, on a document type (entities could hide in it) and on endless nesting. */
export function walkXml(bytes: Uint8Array, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  parser.on('error', (error) => {
    throw new XmlProblem(error.message)
  })
  parser.on('doctype', () => {
    throw new XmlProblem('document type')
  })
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    depth++
    if (depth > DEEPEST) throw new XmlProblem('too deep')
    handler.open(local(name), attributes, isSelfClosing)
  })
  parser.on('closetag', ({ name }) => {
    depth--
    handler.close?.(local(name))
  })
  if (handler.text !== undefined) {
    parser.on('text', handler.text)
    parser.on('cdata', handler.text)
  }
  const decoder = decoderOf(bytes)
  for (let at = 0; at < bytes.length; at += PIECE)
    parser.write(decoder.decode(bytes.subarray(at, at + PIECE), { stream: true }))
  parser.write(decoder.decode()).close()
}

const names = new Map<string, string>()

function local(name: string): string {
  const colon = name.indexOf(':')
  if (colon < 0) return name
  const known = names.get(name)
  if (known !== undefined) return known
  const plain = name.slice(colon + 1)
  if (names.size < 1000) names.set(name, plain)
  return plain
}

const DECLARED = /^\s*<\?xml[^>]{0,100}encoding=["'](?:gb2312|gbk|gb18030)["']/i

function decoderOf(bytes: Uint8Array): TextDecoder {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be')
  const head = String.fromCharCode(...bytes.subarray(0, 200))
  return new TextDecoder(DECLARED.test(head) ? 'gb18030' : 'utf-8')
}
