// Signs set in a symbol font: the boxes and ticks of forms as the characters that look like them.

const BOXES: Readonly<Record<string, string>> = {
  'wingdings:a8': '□',
  'wingdings:6f': '□',
  'wingdings:fe': '☑',
  'wingdings:fd': '☒',
  'wingdings:fc': '√',
  'wingdings:fb': '×',
  'wingdings 2:52': '☑',
  'wingdings 2:53': '☒',
  'wingdings 2:54': '☒',
  'wingdings 2:50': '√',
  'wingdings 2:a3': '□',
  'wingdings 2:2a': '□',
  'symbol:b3': '≥',
  'symbol:a3': '≤',
}

/** `char` is hexadecimal, often moved to the private area (F0FE). A sign without a name of its own is left out. */
export function symbol(font: string, char: string): string {
  const code = Number.parseInt(char, 16)
  if (Number.isNaN(code) || code > 0x10_ffff) return ''
  const known = BOXES[`${font.toLowerCase()}:${(code & 0xff).toString(16)}`]
  if (known !== undefined) return known
  const isPrivate = code >= 0xe000 && code <= 0xf8ff
  return isPrivate || (code >= 0xd800 && code <= 0xdfff) ? '' : String.fromCodePoint(code)
}
