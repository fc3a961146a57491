// Numbers as Word's lists write them.

const DIGITS = '零一二三四五六七八九'
const PLACES = ['', '十', '百', '千']
const ROMAN: readonly (readonly [number, string])[] = [
  ...([
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
  ] as const),
  ...([
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const),
]

/** A number in one of Word's formats (decimal, chineseCounting, decimalEnclosedCircle …); unknown ones in digits. */
export function numeral(value: number, format: string): string {
  if (value < 1 || value > 9999) return String(value)
  if (/^(chineseCounting|chineseLegalSimplified|japaneseCounting|ideographDigital|taiwaneseCounting)/.test(format))
    return chinese(value)
  if (/^decimalEnclosedCircle/.test(format) && value <= 20) return String.fromCodePoint(0x2460 + value - 1)
  if (format === 'decimalEnclosedParen' && value <= 20) return String.fromCodePoint(0x2474 + value - 1)
  if (/^decimalFullWidth/.test(format))
    return String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
  if (format === 'decimalZero') return String(value).padStart(2, '0')
  if (format === 'upperLetter') return letters(value, 'A')
  if (format === 'lowerLetter') return letters(value, 'a')
  if (format === 'upperRoman') return roman(value)
  if (format === 'lowerRoman') return roman(value).toLowerCase()
  return String(value)
}

/** 十二, 二十, 一百零三 */
function chinese(value: number): string {
  const digits = [...String(value)].map(Number)
  const text = digits
    .map((digit, i) => (digit === 0 ? '零' : `${DIGITS.charAt(digit)}${PLACES[digits.length - 1 - i] ?? ''}`))
    .join('')
  return text.replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十')
}

/** z is followed by aa, bb … */
const letters = (value: number, first: 'A' | 'a'): string =>
  String.fromCodePoint(first.charCodeAt(0) + ((value - 1) % 26)).repeat(Math.ceil(value / 26))

function roman(value: number): string {
  let left = value
  let text = ''
  for (const [worth, sign] of ROMAN)
    while (left >= worth) {
      text += sign
      left -= worth
    }
  return text
}
