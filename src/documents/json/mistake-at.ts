// Where a text stops being JSON: the engine tells it in some messages and not in others.

const BLANKS = ' \t\r\n'
const MARKS = '{}[],:'
const TOKEN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/y
/** Signs below it have to be escaped. */
const BLANK_SIGN = 32

/** What may come next, beside the end of the list or object it stands in. */
type Awaited = 'value' | 'value or end' | 'name' | 'name or end' | 'colon' | 'comma or end' | 'nothing'

/** Index of the first sign that is no JSON; the length of the text where it just ends. */
export function mistakeAt(text: string): number {
  const open: ('{' | '[')[] = []
  let awaited: Awaited = 'value'
  for (let at = 0; ; ) {
    while (at < text.length && BLANKS.includes(text.charAt(at))) at++
    const { token, length } = tokenAt(text, at)
    const next: Awaited | null = token === null ? null : after(token, awaited, open)
    if (next === null) return at
    awaited = next
    at += length
  }
}

type Token = { readonly token: string | null; readonly length: number }

/** A string is told by its quotation mark alone; null where no token begins or the string does not end. */
function tokenAt(text: string, at: number): Token {
  const sign = text.charAt(at)
  if (sign === '') return { token: null, length: 0 }
  if (MARKS.includes(sign)) return { token: sign, length: 1 }
  if (sign === '"') {
    const end = stringEnd(text, at + 1)
    return { token: end === null ? null : '"', length: (end ?? at) - at }
  }
  TOKEN.lastIndex = at
  const token = TOKEN.exec(text)?.[0] ?? null
  return { token, length: token?.length ?? 0 }
}

/** Index behind the closing quotation mark. Sign by sign: strings are as long as they like. */
function stringEnd(text: string, from: number): number | null {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '"') return at + 1
    if (text.charCodeAt(at) < BLANK_SIGN) return null
    if (text[at] !== '\\') continue
    ESCAPE.lastIndex = at
    const found = ESCAPE.exec(text)
    if (found === null) return null
    at += found[0].length - 1
  }
  return null
}

/** What is awaited behind a token; null where the token may not stand. */
function after(token: string, awaited: Awaited, open: ('{' | '[')[]): Awaited | null {
  const closed = (): Awaited => (open.length === 0 ? 'nothing' : 'comma or end')
  switch (token) {
    case '{':
    case '[':
      if (!awaited.startsWith('value')) return null
      open.push(token)
      return token === '{' ? 'name or end' : 'value or end'
    case '}':
    case ']':
      if (!awaited.endsWith('end') || open.at(-1) !== (token === '}' ? '{' : '[')) return null
      open.pop()
      return closed()
    case ',':
      return awaited !== 'comma or end' ? null : open.at(-1) === '{' ? 'name' : 'value'
    case ':':
      return awaited === 'colon' ? 'value' : null
  }
  if (awaited.startsWith('name')) return token === '"' ? 'colon' : null
  return awaited.startsWith('value') ? closed() : null
}
