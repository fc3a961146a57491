// One meaning for the many spellings of a character: full-width forms, look-alikes, dashes. Same length as the text.

const LOOK_ALIKE: Readonly<Record<string, string>> = {
  '﹦': '=',
  '═': '=',
  '﹤': '<',
  '﹥': '>',
  '≧': '≥',
  '⩾': '≥',
  '≮': '≥',
  '≦': '≤',
  '⩽': '≤',
  '≯': '≤',
  '﹪': '%',
  '﹣': '-',
  '−': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '〜': '~',
  '∼': '~',
  '　': ' ',
}

/** The ideographic comma stays: in Chinese text it separates, it never groups thousands. */
const FOREIGN = /[！-＋－-～﹣-﹪═≧≦⩾⩽≮≯−–—―〜∼\u3000]/g

const folded = (char: string): string =>
  LOOK_ALIKE[char] ?? (char >= '！' && char <= '～' ? String.fromCharCode(char.charCodeAt(0) - 0xfee0) : char)

/** The text with every character in its plain form; positions stay, so the original can be cut at the same places. */
export const fold = (text: string): string => text.replace(FOREIGN, folded)

/** Full-width digits, points and signs for plain ones: 12.5 → １２．５. */
export const widen = (text: string): string =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))

export const withoutSpace = (text: string): string => text.replace(/\s+/g, '')

/** The first position from `at` that is no white space. */
export function skipSpace(text: string, at: number): number {
  let i = at
  while (i < text.length && isSpace(text.charCodeAt(i))) i++
  return i
}

/** White space as \s knows it, without the cost of a regular expression. */
export const isSpace = (code: number): boolean =>
  code === 0x20 || (code >= 9 && code <= 13) || code === 0xa0 || (code >= 0x1680 && FAR_SPACES.has(code))

const FAR_SPACES = new Set([0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff])
for (let code = 0x2000; code <= 0x200a; code++) FAR_SPACES.add(code)

export const isDigit = (code: number): boolean => code >= 48 && code <= 57

export const isLatin = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
