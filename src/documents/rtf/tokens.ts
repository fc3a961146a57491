// The signs of an RTF file: groups, control words with their number, bytes of text.

export type Token =
  | { readonly kind: 'open' | 'close' }
  | { readonly kind: 'word'; readonly name: string; readonly number: number | null }
  /** One character a byte, in the code page of its font. */
  | { readonly kind: 'bytes'; readonly text: string }

const SIGN = /\\([a-zA-Z]+)(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([\s\S])|([{}])|[\r\n\0]+|[^\\{}\r\n\0]+|\\/g

/** All tokens in order; `text` holds one character a byte. What no program writes is passed over. */
export function* tokensOf(text: string): Generator<Token> {
  const sign = new RegExp(SIGN) // a place of its own
  for (let found = sign.exec(text); found !== null; found = sign.exec(text)) {
    const [all, name, number, hex, symbol, brace] = found
    if (brace !== undefined) yield { kind: brace === '{' ? 'open' : 'close' }
    else if (hex !== undefined) yield { kind: 'bytes', text: String.fromCharCode(Number.parseInt(hex, 16)) }
    else if (symbol !== undefined)
      yield /[\\{}]/.test(symbol) ? { kind: 'bytes', text: symbol } : { kind: 'word', name: symbol, number: null }
    else if (name !== undefined) {
      // Pictures and objects may stand as so many plain bytes.
      if (name === 'bin') sign.lastIndex += Math.max(0, Number(number ?? 0))
      else yield { kind: 'word', name, number: number === undefined ? null : Number(number) }
    } else if (!/^[\r\n\0\\]/.test(all)) yield { kind: 'bytes', text: all }
  }
}
