// Title, year, unit of money, organisations and the label–value pairs of a form's head.
import type { Field } from '../../kernel/layout/layout.ts'
import { asksForCode, codedOrganisation, type Organisation, spanOf, splitCode } from '../organisation.ts'
import { regionOf } from '../region.ts'
import { tidy } from '../text.ts'
import { readTitle } from '../title.ts'
import { addDoubt, type Draft, noteSource, putHead, takeText } from './draft.ts'
import { type Front, placeOf, valueBeside } from './front.ts'

export function readHead(front: Front, draft: Draft): void {
  readTitleAndYear(front, draft)
  readAmountUnit(front, draft)
  for (const section of draft.layout.sections)
    if (section.kind === 'pairs') for (const field of section.rows.flat()) readPair(front, draft, field)
  readNameInTitle(draft)
  readHeadline(front, draft)
  draft.form.region = regionOf(draft.form.department?.name) ?? regionOf(draft.form.unit?.name)
}

function readTitleAndYear(front: Front, draft: Draft): void {
  const lines = front.rows.slice(0, headRows(front)).flatMap((row) => row.filter((cell) => cell.text.trim() !== ''))
  const found = readTitle(lines, draft.layout)
  draft.form.title = found.title?.text ?? null
  if (found.title) draft.sources.title = found.title.source
  draft.form.year = found.year?.value ?? null
  if (found.year) draft.sources.year = found.year.source
}

/** Rows above the first label of the form. */
function headRows(front: Front): number {
  const first = draftFirstRow(front)
  return first ?? Math.min(front.rows.length, 6)
}

function draftFirstRow(front: Front): number | null {
  const pairs = front.layout.sections.find((s) => s.kind === 'pairs')
  const rows = (pairs?.rows.flat() ?? [])
    .map((field) => placeOf(front, field))
    .filter((place) => place !== undefined)
    .map((place) => front.cells[place]?.row ?? 0)
  return rows.length > 0 ? Math.min(...rows) : null
}

const AMOUNT_UNIT = /(?:\((?:单位:)?(万元|元)\)|单位:(万元|元)$)/

/** 项目资金（万元）, 单位：万元: the unit is printed once, in a label or a line above the table. */
function readAmountUnit(front: Front, draft: Draft): void {
  const cell = front.cells.find(({ key }) => key.length <= 40 && AMOUNT_UNIT.test(key))
  const unit = cell && AMOUNT_UNIT.exec(cell.key)
  if (!cell || !unit) return
  draft.form.amountUnit = (unit[1] ?? unit[2]) === '元' ? '元' : '万元'
  noteSource(draft, 'amountUnit', [cell.cell])
}

/** 单位：万元 on one line with a label whose value was left empty. */
const MONEY_UNIT = /^(?:金额)?单位\s*[:：]\s*万?元$/

function readPair(front: Front, draft: Draft, field: Field): void {
  const place = placeOf(front, field)
  if (place === undefined) return
  const beside = valueBeside(front, place)
  const value = beside !== null && MONEY_UNIT.test(beside.text.trim()) ? null : beside
  const text = takeText(draft, field.at, value === null ? [] : [value])
  const label = front.cells[place]?.key ?? ''
  const coded = field.with !== undefined || (asksForCode(label) && field.at.endsWith('.name'))
  const code = coded && text !== null ? codedOrganisation(text) : null
  if (/起止/.test(front.cells[place]?.key ?? '') && field.at === 'project.start') putSpan(draft, text)
  else if (code === null) putHead(draft.form, field.at, text)
  else putOrganisation(draft, field.at.split('.')[0] ?? '', code)
}

/** 项目起止时间: two days in one cell; anything else stays as it is printed. */
function putSpan(draft: Draft, text: string | null): void {
  const span = text === null ? null : spanOf(text)
  putHead(draft.form, 'project.start', span?.start ?? text)
  if (span === null) return
  putHead(draft.form, 'project.end', span.end)
  const source = draft.sources['project.start']
  if (source) draft.sources['project.end'] = source
}

/** Titles that hold the project's name print it even where the table has no row for it. */
function readNameInTitle({ form, layout, sources }: Draft): void {
  const [before, behind] = layout.title.split('{project}')
  if (behind === undefined || form.title === null || form.project?.name) return
  const { title } = form
  if (!title.startsWith(before ?? '') || !title.endsWith(behind)) return
  const name = title.slice(before?.length ?? 0, title.length - behind.length).trim()
  if (name === '') return
  putHead(form, 'project.name', name)
  if (sources.title) sources['project.name'] = sources.title
}

function putOrganisation(draft: Draft, group: string, { code, name }: Organisation): void {
  const source = draft.sources[`${group}.name`]
  putHead(draft.form, `${group}.name`, name)
  putHead(draft.form, `${group}.code`, code)
  if (source && code !== null) draft.sources[`${group}.code`] = source
}

/** A short line that begins with a place and is not the title: an organisation printed without its code. */
const isOrganisation = (text: string, draft: Draft): boolean =>
  text.length <= 40 && !/[。；，：:]|[表价]$/.test(text) && text !== draft.form.title && regionOf(text) !== null

/** The line between title and table of layouts that print the organisation there: 355101天津市… */
function readHeadline(front: Front, draft: Draft): void {
  const group = draft.layout.caption?.left[0]?.split('.')[0]
  if (group === undefined) return
  for (const row of front.rows.slice(0, headRows(front)))
    for (const cell of row) {
      const text = tidy(cell.text)
      const found = splitCode(text) ?? (isOrganisation(text, draft) ? { code: null, name: text } : null)
      if (found === null) continue
      draft.sources[`${group}.name`] = cell.source
      putOrganisation(draft, group, found)
      return
    }
  addDoubt(draft, `${group}.name`, '表题下未见单位编码和名称')
}
