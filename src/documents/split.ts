// A document's lines → its forms, by the titles above them and the first label inside them.
import { type Layout, sectionOf } from '../kernel/layout/layout.ts'
import { memo, memoOf } from '../kernel/memo.ts'
import { beginsChapter } from './chapter.ts'
import { beginsWithLabel, fittingLayout, groupLines, labelHits } from './fit.ts'
import { firstLabel, keysOf } from './labels.ts'
import type { Line, Segment } from './source-text.ts'
import { labelKey } from './text.ts'
import { layoutsTitled, type Title, titleIn } from './title.ts'

/** One form's lines, title first. `complete.start` is false where the text begins within the form. */
export type FormSegment = Segment & { readonly layout: Layout; readonly title: string | null; readonly begins: boolean }

type Start = { readonly at: number; readonly title: Title | null }

export function splitForms(lines: readonly Line[], layouts: readonly Layout[]): readonly FormSegment[] {
  const starts = findStarts(lines, layouts)
  const segments = starts.map(({ at, title }, i): FormSegment => {
    const own = withoutReport(lines.slice(at, starts[i + 1]?.at ?? lines.length))
    return { lines: own, layout: layoutFor(own, title, layouts), title: title?.text ?? null, begins: true }
  })
  const head = fragment(lines.slice(0, starts[0]?.at ?? lines.length), segments[0]?.layout ?? null, layouts)
  return head === null ? segments : [head, ...segments]
}

/** A form ends where the next chapter or annex of the report around it begins. */
function withoutReport(lines: readonly Line[]): readonly Line[] {
  const end = lines.findIndex((line, i) => i > BELOW && beginsChapter(line))
  return end < 0 ? lines : lines.slice(0, end)
}

/** Lines looked at above a form's first label for its title. */
const ABOVE = 8
/** Filled lines after a first label within which a second label has to follow. */
const BELOW = 12

function findStarts(lines: readonly Line[], layouts: readonly Layout[]): readonly Start[] {
  const starts: Start[] = []
  const known = new Set(layouts.map((layout) => labelKey(firstLabel(layout)?.label ?? '')))
  const firsts = [...known].filter((key) => key !== '' && !OTHER_FIRSTS.includes(key))
  let from = 0
  lines.forEach((line, i) => {
    const other = isFirstLabel(line, OTHER_FIRSTS) && filled(lines, i + 1, NEAR).every((l) => !isFirstLabel(l, firsts))
    if ((!other && !isFirstLabel(line, firsts)) || !labelFollows(lines, i, firsts, layouts)) return
    const start = titleAbove(lines, i, from, layouts)
    // Close below another beginning it is a label of that form, unless a title stands between them.
    const last = starts.at(-1)?.at ?? null
    if (other && last !== null && i - last < BELOW && !start.title?.layout) return
    starts.push(start)
    from = i + 1
  })
  const headless = titledTables(lines, starts, firsts, layouts)
  const scrambled = starts.length + headless.length === 0 ? titlesAlone(lines, firsts, layouts) : []
  const all = scrambled.length > 0 ? scrambled : [...starts, ...headless].sort((a, b) => a.at - b.at)
  const cut = all.length > 0 ? titleAtEnd(lines, all.at(-1)?.at ?? 0, from, layouts) : null
  return cut === null ? all : [...all, cut]
}

/** Labels that begin some forms and stand within others. */
const OTHER_FIRSTS = [
  '部门(单位)名称',
  '部门名称',
  '单位名称',
  '专项(项目)名称',
  '项目支出名称',
  '政策名称',
  '预算部门',
]

const FIRST_GROUP = /^\s*产出指标/
const LAST_GROUP = /^\s*满意度指标/

/** Filled lines between a title and the headings of a table without a head. */
const NEAR = 4

/**
 * A table published without its head: right below the title stands a row of headings, and no first label. The same
 * title again is a table going on over a page, unless that table had come to its last group.
 */
function titledTables(
  lines: readonly Line[],
  starts: readonly Start[],
  firsts: readonly string[],
  layouts: readonly Layout[],
): readonly Start[] {
  const known = new Map(starts.map(({ at, title }) => [at, title?.text]))
  const found: Start[] = []
  let open: string | undefined
  let ended = false
  lines.forEach((line, at) => {
    if (known.has(at)) open = known.get(at)
    if (line.text.includes('\t')) ended = LAST_GROUP.test(line.text) || (ended && !FIRST_GROUP.test(line.text))
    const title = known.has(at) || line.text.includes('\t') ? null : titleIn(line.text, layouts)
    const layout = title?.layout
    if (!layout || (title.text === open && !ended)) return
    const near = filled(lines, at + 1, NEAR)
    const headings = near.findIndex((below) => below.text.includes('\t') && hitsOf([below], layout) >= 3)
    const before = headings < 0 ? [] : near.slice(0, headings + 1)
    if (headings >= 0 && !before.some((below) => isFirstLabel(below, firsts) || titleIn(below.text, layouts)?.layout)) {
      found.push({ at, title })
      open = title.text
    }
  })
  return found
}

function isFirstLabel(line: Line, firsts: readonly string[]): boolean {
  if (line.text.length > 2000) return false
  const initial = line.text.trimStart().charAt(0)
  if (initial !== '\u200b' && !firsts.some((first) => first.startsWith(initial))) return false
  const cell = line.text.split('\t').find((text) => text.trim() !== '')
  const key = cell === undefined ? '' : labelKey(cell.slice(0, 80))
  return key !== '' && firsts.some((first) => key.startsWith(first))
}

function labelFollows(
  lines: readonly Line[],
  at: number,
  firsts: readonly string[],
  layouts: readonly Layout[],
): boolean {
  const near = filled(lines, at + 1, BELOW)
  const again = near.findIndex((line) => isFirstLabel(line, firsts))
  const own = again < 0 ? near : near.slice(0, again)
  // A text that ends right here was cut: the label alone has to do.
  if (again < 0 && near.length < 3) return true
  const around = [lines[at] ?? { line: 0, text: '' }, ...own]
  return labelHits(around, layouts).some((hits) => hits >= 3)
}

function filled(lines: readonly Line[], from: number, count: number): readonly Line[] {
  const found: Line[] = []
  for (let i = from; i < lines.length && i < from + count * 4 && found.length < count; i++) {
    const line = lines[i]
    if (line !== undefined && line.text.trim() !== '') found.push(line)
  }
  return found
}

/** The nearest title above a first label, wrapped over up to three lines; a title of a known layout goes first. */
function titleAbove(lines: readonly Line[], at: number, from: number, layouts: readonly Layout[]): Start {
  const above: number[] = []
  for (let i = at - 1; i >= from && above.length < ABOVE; i--) if (lines[i]?.text.trim()) above.unshift(i)
  let other: Start | null = null
  for (let last = above.length - 1; last >= 0; last--)
    for (let first = last; first >= Math.max(0, last - 2); first--) {
      const start = above[first] ?? at
      const title = titleIn(joined(lines, above.slice(first, last + 1)), layouts)
      if (title?.layout) return { at: start, title }
      if (title) other ??= { at: start, title }
    }
  return other ?? { at, title: null }
}

const joined = (lines: readonly Line[], at: readonly number[]): string =>
  at.map((i) => lines[i]?.text.trim() ?? '').join('')

/** Running text may print the first label after its value: then the title alone marks the beginning. */
function titlesAlone(lines: readonly Line[], firsts: readonly string[], layouts: readonly Layout[]): readonly Start[] {
  const starts: Start[] = []
  let titled: Start | null = null
  for (let i = 0; i < lines.length; i++) {
    const text = lines[i]?.text ?? ''
    const title = titleIn(text, layouts)
    if (title?.layout) titled = { at: i, title }
    else if (titled !== null && mentions(text, firsts)) {
      const layout = titled.title?.layout
      if (layout && i - titled.at < 100 && hitsOf(filled(lines, titled.at + 1, 60), layout) >= 4) starts.push(titled)
      titled = null
    }
  }
  return starts
}

const mentions = (text: string, firsts: readonly string[]): boolean => {
  const key = labelKey(text)
  return firsts.some((first) => key.includes(first))
}

/** A title near the end with nothing below it: the text was cut just there. */
function titleAtEnd(lines: readonly Line[], last: number, from: number, layouts: readonly Layout[]): Start | null {
  for (let i = Math.max(from, last + 1, lines.length - 30); i < lines.length; i++) {
    const text = lines[i]?.text ?? ''
    // A list of annexes names forms without holding them.
    const title = /附\s*[件表录]/.test(text) ? null : titleIn(text, layouts)
    if (title?.layout && filled(lines, i + 1, ABOVE).length < ABOVE) return { at: i, title }
  }
  return null
}

/** A fixed title decides, and where several forms have it the labels; a title with the project's name in it, or none, leaves it to the labels. */
function layoutFor(lines: readonly Line[], title: Title | null, layouts: readonly Layout[]): Layout {
  const named = title?.layout ?? null
  if (title !== null && named !== null && !named.title.includes('{project}')) {
    const all = layoutsTitled(title.text, layouts)
    const graded = all.filter((layout) => printsGrade(lines, layout))
    const titled = together(graded.length > 0 ? graded : all, layouts)
    return titled.length < 2 ? (titled[0] ?? named) : (fittingLayout(lines, titled, named) ?? named)
  }
  const likely = title === null || named !== null ? layouts : ofSameKind(title.text, layouts)
  const fitting = fittingLayout(lines, likely, named) ?? named ?? likely[0]
  if (fitting === undefined) throw new Error('no layout is known')
  return fitting
}

/** Of layouts of one title those with a grade need its label: or a grade beside the sum: the others are as likely without. */
function printsGrade(lines: readonly Line[], layout: Layout): boolean {
  const grade = sectionOf(layout, 'grade')
  if (grade === undefined) return true
  const keys = keysOf(grade)
  return lines.some(
    ({ text }) => GRADE.test(text) || (text.length < 2000 && keys.some((key) => labelKey(text).includes(key))),
  )
}

/** A grade in a cell of its own. */
const GRADE = /(?:^|[\s|｜])[优良中差](?:$|[\s|｜])/

/** The same array for the same layouts, because what is known of layouts is kept by their array. */
const together = (some: readonly Layout[], layouts: readonly Layout[]): readonly Layout[] =>
  groups(layouts)(some.map(({ id }) => id).join(' '))

const groups = memoOf((layouts: readonly Layout[]) =>
  memo((ids: string): readonly Layout[] => layouts.filter(({ id }) => ids.split(' ').includes(id)), 256),
)

const alone = memoOf((layout: Layout): readonly Layout[] => [layout])

const hitsOf = (lines: readonly Line[], layout: Layout): number => labelHits(lines, alone(layout))[0] ?? 0

/** Layouts by kind: of a whole department or not, looking back or not; all of them where none is of that kind. */
const byKind = memoOf((layouts: readonly Layout[]) =>
  [false, true].map((ofDepartment) =>
    [false, true].map((looksBack): readonly Layout[] => {
      const same = layouts.filter(
        ({ kind }) => kind.startsWith('department') === ofDepartment && kind.endsWith('self-evaluation') === looksBack,
      )
      return same.length > 0 ? same : layouts
    }),
  ),
)

/** The layouts of the kind a title speaks of: 整体 = of a whole department, 自评 = looking back. */
function ofSameKind(title: string, layouts: readonly Layout[]): readonly Layout[] {
  const key = labelKey(title)
  const looksBack = /(自评|评价)[^目标]*$/.test(key)
  return byKind(layouts)[Number(key.includes('整体'))]?.[Number(looksBack)] ?? layouts
}

/** What stands before the first title: the end of a form whose beginning is missing, or a form without a title. */
function fragment(lines: readonly Line[], next: Layout | null, layouts: readonly Layout[]): FormSegment | null {
  const begin = lines.findIndex((line) => beginsWithLabel(line, layouts) || groupLines([line]) > 0)
  if (begin < 0) return null
  const own = lines.slice(begin)
  const layout = fittingLayout(own, layouts, next)
  if (layout === null) return null
  if (hitsOf(own, layout) < 3 && groupLines(own) < (next === null ? 3 : 1)) return null
  return { lines: own, layout, title: null, begins: false }
}
