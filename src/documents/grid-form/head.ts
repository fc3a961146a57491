// Title, year, unit of money, organisations and the label–value pairs of a form's head.
import type { Field } from '../../kernel/layout/layout.ts'
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

function readPair(front: Front, draft: Draft, field: Field): void {
  const place = placeOf(front, field)
  if (place === undefined) return
  const value = valueBeside(front, place)
  const text = takeText(draft, field.at, value === null ? [] : [value])
  const coded =
    field.with !== undefined || (/代码|编码/.test(front.cells[place]?.key ?? '') && field.at.endsWith('.name'))
  const code = coded && text !== null ? (splitCode(text) ?? shortCode(text)) : null
  if (/起止/.test(front.cells[place]?.key ?? '') && field.at === 'project.start') putSpan(draft, text)
  else if (code === null) putHead(draft.form, field.at, text)
  else putOrganisation(draft, field.at.split('.')[0] ?? '', code)
}

/** 2024年1月至2024年12月: two days in one cell; anything else stays as it is printed. */
function putSpan(draft: Draft, text: string | null): void {
  const [, start, end] = /^([^至到~～—]*\d[^至到~～—]*)[至到~～—]+([^至到~～—]*\d[^至到~～—]*)$/.exec(text ?? '') ?? []
  putHead(draft.form, 'project.start', start?.trim() ?? text)
  if (end === undefined) return
  putHead(draft.form, 'project.end', end.trim())
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

type Organisation = { readonly code: string | null; readonly name: string }

/** 韶关市市场监督管理局 141001, 355101天津市市场监督管理委员会: a code of six digits or more before or behind the name. */
function splitCode(text: string): Organisation | null {
  if (!/\d{6}/.test(text)) return null
  const front = /^[［[【(（]?(\d{6,})[］\]】)）]?[\s\-—_]*([^\d\s][\s\S]*)$/.exec(text)
  if (front?.[1] && front[2]) return { code: front[1], name: front[2].trim() }
  const back = /^([\s\S]*[^\d\s\-—_（([［【])[\s\-—_（([［【]*(\d{6,})[）)\]］】]?$/.exec(text)
  return back?.[1] && back[2] ? { code: back[2], name: back[1].trim() } : null
}

/** 生态环境局 211: beside 部门及代码 a shorter code counts where a blank sets it apart. */
function shortCode(text: string): Organisation | null {
  const front = /^(\d{3,5})[\s\-—]+([^\d\s].*)$/.exec(text)
  if (front?.[1] && front[2]) return { code: front[1], name: front[2].trim() }
  const back = /^(.*[^\d\s])\s+(\d{3,5})$/.exec(text)
  return back?.[1] && back[2] ? { code: back[2], name: back[1].trim() } : null
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
