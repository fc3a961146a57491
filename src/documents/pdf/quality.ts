// How much of a PDF could be read as text, and what to tell people about the rest.
import { InputProblem } from '../input-problem.ts'
import type { Glyph } from './drawing.ts'
import type { Page } from './page.ts'

export type Tally = {
  readonly add: (number: number, page: Page | null) => void
  readonly counts: () => Counts
}

type Counts = {
  readonly pages: number
  readonly characters: number
  /** Characters that stand for no character people know: the font does not say which they are. */
  readonly unknown: number
  readonly pictures: readonly number[]
  readonly broken: readonly number[]
  readonly cut: boolean
}

export function newTally(bytes: Uint8Array): Tally {
  const counts = { pages: 0, characters: 0, unknown: 0, cut: !endsProperly(bytes) }
  const [pictures, broken]: [number[], number[]] = [[], []]
  return {
    add: (number, page) => {
      counts.pages++
      if (page === null) broken.push(number)
      const filled = page?.glyphs.filter((glyph) => glyph.text.trim() !== '') ?? []
      if (page !== null && filled.length === 0 && page.drawn) pictures.push(number)
      counts.characters += filled.length
      counts.unknown += filled.filter(isUnknown).length
    },
    counts: () => ({ ...counts, pictures, broken }),
  }
}

/** Private characters, and the scripts that glyph numbers look like where a font has no Unicode map. */
const UNKNOWN = /^[\ue000-\uf8ff\ufffd\u0100-\u02af\u0370-\u1dff]/
const isUnknown = (glyph: Glyph): boolean => UNKNOWN.test(glyph.text) && !/^[\u0391-\u03c9]/.test(glyph.text)

/** The end mark stands within the last kilobyte; programs may append blanks. */
function endsProperly(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, bytes.length - 2048))).includes('%%EOF')
}

/** Fewer characters a page are page numbers and stamps. */
const FEW = 10

/** Throws `InputProblem` where next to nothing is text. */
export function notesOf(tally: Tally, name: string): readonly string[] {
  const { pages, characters, unknown, pictures, broken, cut } = tally.counts()
  if (broken.length === pages)
    throw new InputProblem('not-readable', `${name}：PDF 已损坏，没有一页能读出，请重新下载或导出后再试`)
  if (characters === 0 || ((pictures.length > 0 || pages > 2) && characters < FEW * pages))
    throw new InputProblem(
      'not-readable',
      `${name}：PDF 里没有文字，像是扫描件，请先做文字识别（OCR）或提供电子版（Word、Excel）`,
    )
  if (unknown * 2 > characters)
    throw new InputProblem(
      'not-readable',
      `${name}：PDF 的字体没有文字编码，读不出文字，请提供 Word、Excel 电子版，或重新导出 PDF 后再试`,
    )
  return [
    ...(cut ? ['PDF 文件末尾不完整，可能缺少后面的页'] : []),
    ...(broken.length > 0 ? [`${pagesText(broken)}已损坏，未读入`] : []),
    ...(pictures.length > 0 ? [`${pagesText(pictures)}没有文字，可能是扫描图片，未读入`] : []),
    ...(unknown * 20 > characters ? ['部分文字的字体没有编码，可能读错或读不出'] : []),
  ]
}

/** 第2、5–9页 */
export function pagesText(numbers: readonly number[]): string {
  const ranges: { from: number; to: number }[] = []
  for (const number of numbers) {
    const last = ranges.at(-1)
    if (last !== undefined && last.to === number - 1) last.to = number
    else ranges.push({ from: number, to: number })
  }
  return `第${ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join('、')}页`
}
