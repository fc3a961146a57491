// How printed text is compared and kept: the one place that knows about blanks and full-width signs.

const BLANK = /[\s\u00a0\u3000\ufeff\u200b]+/g
/** Blanks within one line: NBSP and the full-width space are printed for plain ones. */
const SPACE = /[^\S\n]+|[\u200b\ufeff]+/g

/** The text of a cell: other blanks become plain ones, blanks at the ends of lines and empty lines at both ends go. */
export function tidy(text: string): string {
  if (!/[\s\ufeff\u200b]/.test(text)) return text
  return text
    .split('\n')
    .map((line) =>
      line.replace(SPACE, (blank) => (/[\u200b\ufeff]/.test(blank) ? '' : ' '.repeat(blank.length))).trim(),
    )
    .join('\n')
    .trim()
}

/** A cell's text; null where nothing is printed. */
export const printedText = (text: string): string | null => tidy(text) || null

/** Most texts begin so, and then are neither numbers nor signs. */
const beginsWithHan = (text: string): boolean => {
  const code = text.charCodeAt(0)
  return code >= 0x4e00 && code <= 0x9fff
}

const PLAIN_NUMBER = /^[-+]?\d+(\.\d+)?$/

/** Signs that stand for "nothing here". */
const NOTHING = /^[-－—–―─/／]{1,3}$/

export const isNothing = (text: string): boolean => {
  if (beginsWithHan(text)) return false
  const plain = text.replace(BLANK, '')
  return plain === '' || NOTHING.test(plain)
}

const HALF_WIDTH: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '：': ':',
  '％': '%',
  '／': '/',
  '，': ',',
}

/** Longer texts are no labels; what lies behind is not compared. */
const LONGEST_KEY = 400
const NOT_PLAIN = /[\s\u200b（）：％／，]|:$/

/** How labels and titles are compared: without blanks and a closing colon, signs half-width. */
export function labelKey(text: string): string {
  const start = text.length > LONGEST_KEY ? text.slice(0, LONGEST_KEY) : text
  if (!NOT_PLAIN.test(start)) return start
  return start
    .replace(BLANK, '')
    .replace(/[（）：％／，]/g, (sign) => HALF_WIDTH[sign] ?? sign)
    .replace(/:$/, '')
}

/** A label without what stands in brackets: 执行率(%) → 执行率, 年度(/项目)指标值 → 年度指标值. */
export const withoutBrackets = (key: string): string => (key.includes('(') ? key.replace(/\([^()]*\)/g, '') : key)

/** An amount, weight, rate or score as printed, without thousands separators and percent sign; null where it is none. */
export function numberText(text: string): string | null {
  if (beginsWithHan(text)) return null
  if (PLAIN_NUMBER.test(text)) return text
  const plain = text
    .replace(BLANK, '')
    .replace(/[,，](?=\d{3}(?!\d))/g, '')
    .replace(/[%％]$/, '')
  return PLAIN_NUMBER.test(plain) ? plain : null
}
