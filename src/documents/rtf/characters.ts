// Bytes of an RTF file → characters, by the code page of the document and the character set of the font.

const PAGES: Readonly<Record<number, string>> = {
  936: 'gb18030',
  950: 'big5',
  932: 'shift_jis',
  949: 'euc-kr',
  1251: 'windows-1251',
  65001: 'utf-8',
}
const SETS: Readonly<Record<number, string>> = { 134: 'gb18030', 136: 'big5', 128: 'shift_jis', 129: 'euc-kr' }

const decoders = new Map<string, TextDecoder>()

/** `page`: of the document, `set`: of the font. Two bytes of Chinese in a Western font are Chinese all the same. */
export function decoded(bytes: string, page: number | null, set: number | undefined): string {
  if (!/[\x80-\xff]/.test(bytes)) return bytes
  const name =
    (set === undefined ? undefined : SETS[set]) ?? (page === null ? 'gb18030' : PAGES[page]) ?? 'windows-1252'
  const decoder = decoders.get(name) ?? new TextDecoder(name)
  decoders.set(name, decoder)
  return decoder.decode(Buffer.from(bytes, 'latin1'))
}

/** Control words that stand for a sign. */
export const SIGNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tab: '\t',
    line: '\n',
    emdash: '—',
    endash: '–',
    lquote: '‘',
    rquote: '’',
    ldblquote: '“',
    rdblquote: '”',
    bullet: '•',
    emspace: '\u3000',
    enspace: ' ',
    '~': ' ',
    _: '-',
  }),
)
