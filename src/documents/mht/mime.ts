// Mail-like containers: parts between boundary lines, each with its own headers and encoding.

export type Part = {
  readonly type: string
  readonly charset: string | undefined
  /** The bytes of the part, decoded. */
  readonly content: () => Uint8Array
}

/** Parts within parts; deeper is no web archive. */
const DEEPEST = 4
const MOST_PARTS = 10_000

/** All parts that are no containers themselves, in order. Cut files yield what is there. */
export function partsOf(bytes: Uint8Array): readonly Part[] {
  // Latin-1 keeps every byte as one character, whatever the encoding of the parts.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return partsIn(text, DEEPEST)
}

function partsIn(text: string, depth: number): readonly Part[] {
  const { headers, body } = opened(text)
  const type = headers.get('content-type') ?? 'text/plain'
  const boundary = parameter(type, 'boundary')
  if (boundary !== undefined && depth > 0)
    return body
      .split(`--${boundary}`, MOST_PARTS)
      .slice(1)
      .filter((piece) => !piece.startsWith('--'))
      .flatMap((piece) => partsIn(piece.replace(/^[ \t]*\r?\n/, ''), depth - 1))
  const encoding = headers.get('content-transfer-encoding')?.trim().toLowerCase()
  const content = () => decoded(body, encoding)
  return [{ type: type.split(';')[0]?.trim() ?? '', charset: parameter(type, 'charset'), content }]
}

/** Headers end at the first empty line; a header may go on in indented lines. */
function opened(text: string): { headers: ReadonlyMap<string, string>; body: string } {
  const end = /\r?\n\r?\n/.exec(text)
  const head = end === null ? text : text.slice(0, end.index)
  const headers = new Map<string, string>()
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return { headers, body: end === null ? '' : text.slice(end.index + end[0].length) }
}

const parameter = (header: string, name: string): string | undefined => {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(header)
  return found?.[1] ?? found?.[2]
}

function decoded(body: string, encoding: string | undefined): Uint8Array {
  if (encoding === 'base64') return Buffer.from(body, 'base64')
  if (encoding === 'quoted-printable') return unquoted(body)
  return Buffer.from(body, 'latin1')
}

/** =E9=A1=B9 → bytes; = at the end of a line joins it with the next. */
const unquoted = (body: string): Uint8Array =>
  Buffer.from(
    body
      .replace(/=[ \t]*\r?\n/g, '')
      .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
