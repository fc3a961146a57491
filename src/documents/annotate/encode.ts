// Text → bytes in the encoding of the file it is added to.

/** Stands for a character the encoding has no place for, as in print. */
const MISSING = '〓'

/** `encoding`: as `decode` names it. */
export function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16()
  return encoding === 'gb18030' ? encodeChinese(text) : Buffer.from(text)
}

let twoByte: ReadonlyMap<string, number> | null = null

/** Every character GBK writes in two bytes, by the first pair there is for it; rarer ones, which need four, do not occur in findings. */
function encodeChinese(text: string): Uint8Array {
  twoByte ??= twoByteCharacters()
  const bytes: number[] = []
  for (const character of text) {
    const code = character.charCodeAt(0)
    const pair = code < 0x80 ? undefined : (twoByte.get(character) ?? twoByte.get(MISSING) ?? 0)
    if (pair === undefined) bytes.push(code)
    else bytes.push(pair >> 8, pair & 0xff)
  }
  return Uint8Array.from(bytes)
}

function twoByteCharacters(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('gb18030')
  const found = new Map<string, number>()
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (character.length === 1 && !found.has(character)) found.set(character, (lead << 8) | trail)
    }
  return found
}
