// Goal texts and the tasks of department forms.
import { type Field, type Section, sectionOf } from '../../kernel/layout/layout.ts'
import type { Cell } from '../grid.ts'
import { isAnyLabel, isBeside, isLabel } from '../labels.ts'
import { labelKey } from '../text.ts'
import { type Draft, putHead, takeText } from './draft.ts'
import type { Front } from './front.ts'

type Goals = Extract<Section, { kind: 'goals' }>

export function readGoals(front: Front, draft: Draft): void {
  const section = sectionOf(draft.layout, 'goals')
  if (section === undefined) return
  const texts = section.arrangement === 'across' ? across(front, section) : stacked(front, section)
  for (const [field, cells] of texts) putHead(draft.form, field.at, takeText(draft, field.at, cells))
}

type Texts = ReadonlyMap<Field, readonly Cell[]>

/** The row that holds the most of the section's headings; the texts stand below it, each under its heading. */
function across(front: Front, section: Goals): Texts {
  const heads = front.rows.map((row) => headingsIn(row, section))
  const most = Math.max(0, ...heads.slice(0, 2000).map((found) => found.length))
  const at = heads.findIndex((found) => found.length === most)
  const headings = heads[at] ?? []
  const texts = new Map<Field, Cell[]>(headings.map(({ field }) => [field, []]))
  if (most === 0) return texts
  for (const row of front.rows.slice(at + 1)) {
    const filled = row.map((cell, index) => ({ cell, index })).filter(({ cell }) => isText(cell, front))
    if (filled.length === 0 && row.some((cell) => isAnyLabel(labelKey(cell.text), front.layout))) break
    if (isOtherPart(row, front)) break
    filled.forEach(({ cell, index }, i) => {
      const heading = filled.length === headings.length ? headings[i] : nearest(headings, index)
      if (heading) texts.get(heading.field)?.push(cell)
    })
  }
  return texts
}

/** 项目实施内容及过程概述: a text with a label of its own, below the goals. */
const isOtherPart = (row: readonly Cell[], front: Front): boolean =>
  row.some((cell) => isBeside(labelKey(cell.text), front.layout))

type Heading = { readonly field: Field; readonly index: number }

function headingsIn(row: readonly Cell[], section: Goals): readonly Heading[] {
  const found: Heading[] = []
  row.forEach((cell, index) => {
    const key = labelKey(cell.text)
    const field = section.fields.find((candidate) => isLabel(key, candidate))
    if (field && !found.some((heading) => heading.field === field)) found.push({ field, index })
  })
  return found
}

const nearest = (headings: readonly Heading[], index: number): Heading | undefined =>
  headings.reduce<Heading | undefined>(
    (best, h) => (best === undefined || Math.abs(h.index - index) < Math.abs(best.index - index) ? h : best),
    undefined,
  )

const isText = (cell: Cell, front: Front): boolean => {
  const key = labelKey(cell.text)
  return key !== '' && !isAnyLabel(key, front.layout)
}

/** Label left, text right; paragraphs that follow without a label belong to the text above them. */
function stacked(front: Front, section: Goals): Texts {
  const texts = new Map<Field, Cell[]>()
  let open: Cell[] | null = null
  for (const row of front.rows) {
    for (const cell of row) {
      const key = labelKey(cell.text)
      const field = section.fields.find((candidate) => !texts.has(candidate) && isLabel(key, candidate))
      if (field) {
        open = []
        texts.set(field, open)
      } else if (isText(cell, front)) open?.push(cell)
      else if (key !== '' && !isLabel(key, section)) open = null
    }
  }
  return texts
}
