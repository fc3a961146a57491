// Titles: how a form's name is printed above it, with numbering, bookmarks, organisation, year and wrapping around it.
import type { Layout } from '../kernel/layout/layout.ts'
import { type Cell, joinedSource } from './grid.ts'
import { labelKey, tidy } from './text.ts'

/** A recognised title; `layout` = null where the words are those of a form of no known layout. */
export type Title = { readonly text: string; readonly layout: Layout | null }

/** No official title is longer, project name included. */
const LONGEST = 160
const PREFIX =
  /^\s*(?:\[bookmark:[^\]]*\]\s*)*(?:附\s*[件表录]\s*[\d一二三四五六七八九十]{0,3}(?:[-—]\d+)?\s*[:：.、]?\s*)?(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)]?[.．、)）]\s*)?/
const PERIOD = /[（(]?\s*(\d{4})\s*年度?\s*[）)]?\s*$/
/** 项目支出绩效目标表（本级下达） */
const REMARK = /(?<=表)\([^()]{1,12}\)$/
const ANY_TITLE = /(?:绩效|自评)[^。；，,;:]{0,12}(?:表|自评价|评价表)$/

/** The title printed in a text; null where it is none. */
export function titleIn(printed: string, layouts: readonly Layout[]): Title | null {
  if (printed.length > LONGEST * 2 || !/绩\s*效|自\s*评/.test(printed)) return null
  const text = tidy(printed.replaceAll('\n', '')).replace(PREFIX, '').replace(PERIOD, '').trim()
  const key = labelKey(text)
  if (key.length > LONGEST || /[。！？!?]/.test(key)) return null
  const layout = bestFitting(key, layouts)
  // Of all titles only those with a project's name in them may hold a semicolon, and those are no longer than a line.
  if (/[；;]/.test(key)) return layout !== null && namesProject(layout) && key.length <= 60 ? { text, layout } : null
  if (layout !== null) return { text, layout }
  return key.length <= 60 && ANY_TITLE.test(key.replace(REMARK, '')) ? { text, layout: null } : null
}

const titles = new WeakMap<Layout, readonly string[]>()

function titlesOf(layout: Layout): readonly string[] {
  const known = titles.get(layout) ?? [layout.title, ...layout.titleAliases].map(labelKey)
  titles.set(layout, known)
  return known
}

/** The layout with the longest title that fits; a title with the project's name in it fits almost anything and goes last. */
function bestFitting(key: string, layouts: readonly Layout[]): Layout | null {
  let best: { layout: Layout; length: number } | null = null
  for (const layout of layouts) {
    const length = fittingLength(key, layout)
    if (length !== null && (best === null || length > best.length)) best = { layout, length }
  }
  return best?.layout ?? null
}

/** All layouts published under the title that fits best: their labels have to tell them apart. */
export function layoutsTitled(title: string, layouts: readonly Layout[]): readonly Layout[] {
  const key = labelKey(title)
  const lengths = layouts.map((layout) => fittingLength(key, layout))
  const most = Math.max(...lengths.map((length) => length ?? Number.NEGATIVE_INFINITY))
  // Words before a fixed title may be the beginning of a project's name: 某某改造项目绩效目标表.
  const behindWords = most > 0 && key.length > most
  return layouts.filter((_, i) => lengths[i] === most || (behindWords && (lengths[i] ?? 0) < 0))
}

const namesProject = (layout: Layout): boolean => layout.title.includes('{project}')

/** Length of the layout's title a printed one ends with, negative where the project's name belongs to it; null for none. */
function fittingLength(key: string, layout: Layout): number | null {
  const lengths = titlesOf(layout).flatMap((title) => {
    const fixed = title.replace('{project}', '')
    if (!key.endsWith(fixed)) return []
    if (title.includes('{project}')) return key.length > fixed.length ? [fixed.length - LONGEST] : []
    // Words before a fixed title name the organisation or the year, never another form.
    return key.length - fixed.length <= 40 ? [fixed.length] : []
  })
  return lengths.length > 0 ? Math.max(...lengths) : null
}

export type ReadTitle = {
  readonly title: { readonly text: string; readonly source: Cell['source'] } | null
  readonly year: { readonly value: number; readonly source: Cell['source'] } | null
}

/** Title and printed year among the filled cells above a form. */
export function readTitle(cells: readonly Cell[], layout: Layout): ReadTitle {
  let title: ReadTitle['title'] = null
  for (let i = 0; i < cells.length && title === null; i++)
    for (let n = 1; n <= 3 && title === null; n++) {
      const wrapped = cells.slice(i, i + n)
      const found = titleIn(wrapped.map((cell) => cell.text).join(''), [layout])
      if (found !== null) title = { text: found.text, source: joinedSource(wrapped) }
    }
  return { title, year: readYear(cells, layout) }
}

/** （2023年度） under the title or in the title's own line. A year inside a project's name is not the form's. */
function readYear(cells: readonly Cell[], layout: Layout): ReadTitle['year'] {
  for (const cell of cells) {
    const key = labelKey(cell.text)
    const alone = /^\(?(\d{4})年度?\)?$/.exec(key)
    const within = namesProject(layout)
      ? null
      : /(\d{4})年度?(?:\)|[^\d]{0,30}表|$)/.exec(titleIn(cell.text, [layout]) ? key : '')
    const year = Number(alone?.[1] ?? within?.[1])
    if (year >= 1990 && year <= 2100) return { value: year, source: cell.source }
  }
  return null
}
