// Text that holds a whole form on one line: where its forms begin and which layout they have.
import { layouts } from '../../kernel/layout/index.ts'
import type { Layout } from '../../kernel/layout/layout.ts'
import { beginsChapter } from '../chapter.ts'
import { labelCount, labelsOf } from '../labels.ts'
import type { Line } from '../source-text.ts'
import type { FormSegment } from '../split.ts'
import { labelKey } from '../text.ts'
import { layoutsTitled, titleIn } from '../title.ts'
import { firstLabels } from './vocabulary.ts'

const SHORTEST = 250
/** Prose names a few parts of a form; a form prints nearly all of its labels. */
const LEAST_LABELS = 8
/** No form is longer; the text behind is not searched. */
export const LONGEST_FORM = 40_000
const HEADINGS = /一\s{0,3}级\s{0,3}指\s{0,3}标[\s\S]{0,80}三\s{0,3}级\s{0,3}指\s{0,3}标/
const TITLE_END = /(?:绩\s?效|自\s?评)[^\s。；;，,：:|]{0,16}?(?:表(?!格|述|明|示|现|彰|演|决)|自\s?评\s?价)/g

/** Lines that hold head and indicators of a form at once. */
const isFlat = ({ text }: Line): boolean =>
  text.length >= SHORTEST && HEADINGS.test(text) && [...firstLabels].some((label) => text.includes(label))

/** The forms of a text with everything on few lines, title first; null for text with lines of its own. */
export const flatSegments = (lines: readonly Line[]): readonly FormSegment[] | null =>
  lines.some(isFlat) ? titledSegments(lines) : null

/** The forms of a text by their titles, wherever in a line those stand. */
export function titledSegments(lines: readonly Line[]): readonly FormSegment[] {
  const cuts = lines.flatMap((line, index) => titlesIn(line, lines[index + 1]).map((at) => ({ index, at })))
  return cuts.flatMap((cut, i) => {
    const own = between(lines, cut, cuts[i + 1] ?? { index: lines.length, at: { from: 0, to: 0 } })
    const title = lines[cut.index]?.text.slice(cut.at.from, cut.at.to) ?? ''
    const layout = layoutOf(own, title)
    return layout === null ? [] : [{ lines: own, layout, title, begins: true }]
  })
}

type Place = { readonly from: number; readonly to: number }
type Cut = { readonly index: number; readonly at: Place }

/** A title with the first label of a form shortly behind it. */
function titlesIn(line: Line, next: Line | undefined): readonly Place[] {
  const found: Place[] = []
  for (const match of line.text.matchAll(TITLE_END)) {
    const to = match.index + match[0].length
    const behind = line.text.slice(to, to + 160) + (next?.text.slice(0, 60) ?? '')
    const key = labelKey(behind)
    if (!labelFollows(key)) continue
    const from = titleBegin(line.text, to)
    if (from !== null && from >= (found.at(-1)?.to ?? 0)) found.push({ from, to })
  }
  return found
}

/** Between a title and the first label stand a year, a unit or a value out of its place, but no sentence. */
const labelFollows = (key: string): boolean =>
  [...firstLabels].some((label) => {
    const at = key.indexOf(label)
    return at >= 0 && !/[，,。；;、！？!?]/.test(key.slice(0, at))
  })

/** The longest known title that ends here, with a year in front of it; words before it are none of it. */
function titleBegin(text: string, to: number): number | null {
  let best: number | null = null
  for (let from = to - 4; from >= Math.max(0, to - 40); from--) {
    const piece = text.slice(from, to)
    if (/[\s。；;，,：:]/.test(piece)) break
    if (titles.has(labelKey(piece))) best = from
  }
  if (best === null)
    return titleIn(text.slice(Math.max(0, to - 12), to), layouts) === null ? null : Math.max(0, to - 12)
  const year = /(?:19|20)\d{2}年度?$/.exec(text.slice(Math.max(0, best - 7), best))
  return year === null ? best : best - year[0].length
}

const titles: ReadonlySet<string> = new Set(
  layouts
    .flatMap((layout) => [layout.title, ...layout.titleAliases])
    .filter((t) => !t.includes('{'))
    .map(labelKey),
)

/** The text from one cut to the next, or to the next chapter of the report: the title is a line of its own, what follows it another. */
function between(lines: readonly Line[], cut: Cut, end: Cut): readonly Line[] {
  const own: Line[] = []
  let held = 0
  for (let i = cut.index; i <= Math.min(end.index, lines.length - 1); i++) {
    const line = lines[i]
    if (line === undefined) continue
    if (held >= SHORTEST && beginsChapter(line)) break
    const text = line.text.slice(0, i === end.index ? end.at.from : LONGEST_FORM + cut.at.to)
    held += text.length
    if (i !== cut.index) own.push({ ...line, text })
    else own.push({ ...line, text: text.slice(cut.at.from, cut.at.to) }, { ...line, text: text.slice(cut.at.to) })
  }
  return own
}

/** Among the layouts of that title, else of all, the one most of whose labels are printed. */
function layoutOf(lines: readonly Line[], title: string): Layout | null {
  const text = lines
    .map((line) => line.text.replace(/\s+/g, ''))
    .join('')
    .slice(0, LONGEST_FORM)
  if (text.length < SHORTEST) return null
  const named = titleIn(title, layouts)?.layout ? layoutsTitled(title, layouts) : layouts
  const printed = text.replace(/[（(]/g, '(').replace(/[）)]/g, ')').replaceAll('：', ':')
  const hits = (layout: Layout): number =>
    [...labelsOf(layout)].filter((label) => label.length > 2 && printed.includes(label)).length
  const share = (layout: Layout): number => hits(layout) / Math.sqrt(labelCount(layout))
  const [best] = named.toSorted((a, b) => share(b) - share(a))
  return best !== undefined && hits(best) >= LEAST_LABELS ? best : null
}
