// Where the paragraphs and cells of a Word document stand in its XML, counted as its reader counts them.
import { UNPRINTED } from '../docx/walk.ts'
import { type Tag, tagsOf } from './tags.ts'

/** A comment reaches from the first to the last paragraph of its place. */
export type WordPlace = {
  /** The first paragraph's opening tag and, where it has properties, the byte behind them. */
  readonly first: Tag
  readonly start: number
  /** The last paragraph: its closing tag, or the only tag of an empty one. */
  readonly last: Tag
}

type Paragraph = { readonly tag: Tag; start: number; readonly framed: boolean; readonly number: number }
type Cell = { first: Omit<WordPlace, 'last'> | null; last: Tag | null; readonly framed: boolean }
type Table = { readonly number: number; rows: number; cells: number; cell: Cell | null; inRow: boolean }
type State = {
  readonly places: Map<string, WordPlace>
  readonly tables: Table[]
  readonly paragraphs: Paragraph[]
  readonly alternatives: boolean[]
  skipped: number
  frames: number
  tableCount: number
  paragraphCount: number
  propertiesOf: number
}

/** By the names sources have: "table 2, row 5, cell 3", "paragraph 7". Places inside text boxes take no comments. */
export function wordPlaces(text: string): ReadonlyMap<string, WordPlace> {
  const state: State = {
    places: new Map(),
    tables: [],
    paragraphs: [],
    alternatives: [],
    skipped: 0,
    frames: 0,
    tableCount: 0,
    paragraphCount: 0,
    propertiesOf: 0,
  }
  for (const tag of tagsOf(text)) {
    if (tag.kind !== 'close') open(state, tag)
    if (tag.kind !== 'open') close(state, tag)
  }
  return state.places
}

function open(state: State, tag: Tag): void {
  if (state.skipped > 0 || skips(state, tag)) {
    state.skipped++
    return
  }
  const table = state.tables.at(-1)
  if (tag.local === 'tbl') {
    state.tableCount++
    state.tables.push({ number: state.tableCount, rows: 0, cells: 0, cell: null, inRow: false })
  } else if (tag.local === 'tr' && table) {
    table.rows++
    table.cells = 0
    table.inRow = true
  } else if (tag.local === 'tc' && table) table.cell = { first: null, last: null, framed: state.frames > 0 }
  else if (tag.local === 'p') openParagraph(state, tag)
  else if (tag.local === 'txbxContent') state.frames++
  else if (tag.local === 'AlternateContent') state.alternatives.push(false)
}

/** What the reader does not print it does not count either; of a drawing's versions it reads the first. */
function skips(state: State, { local }: Tag): boolean {
  if (UNPRINTED.has(local) || local === 'del') return true
  if (local !== 'Choice' && local !== 'Fallback') return false
  if (state.alternatives.at(-1)) return true
  if (state.alternatives.length > 0) state.alternatives[state.alternatives.length - 1] = true
  return false
}

function openParagraph(state: State, tag: Tag): void {
  const outside = state.tables.length === 0
  if (outside) state.paragraphCount++
  const number = outside ? state.paragraphCount : 0
  state.paragraphs.push({ tag, start: tag.end, framed: state.frames > 0, number })
}

function close(state: State, tag: Tag): void {
  if (state.skipped > 0) {
    state.skipped--
    return
  }
  const table = state.tables.at(-1)
  const paragraph = state.paragraphs.at(-1)
  if (tag.local === 'tbl') state.tables.pop()
  else if (tag.local === 'tr' && table) table.inRow = false
  else if (tag.local === 'tc' && table) closeCell(state, table)
  else if (tag.local === 'p') closeParagraph(state, tag)
  else if (tag.local === 'pPr' && paragraph) paragraph.start = tag.end
  else if (tag.local === 'txbxContent') state.frames--
  else if (tag.local === 'AlternateContent') state.alternatives.pop()
}

function closeParagraph(state: State, tag: Tag): void {
  const paragraph = state.paragraphs.pop()
  if (paragraph === undefined || paragraph.framed) return
  const first = { first: paragraph.tag, start: paragraph.start }
  if (paragraph.number > 0) state.places.set(`paragraph ${paragraph.number}`, { ...first, last: tag })
  const cell = state.tables.at(-1)?.cell
  if (!cell) return
  cell.first ??= first
  cell.last = tag
}

function closeCell({ places }: State, table: Table): void {
  const { cell } = table
  table.cell = null
  if (!cell || !table.inRow) return
  table.cells++
  if (cell.first && cell.last && !cell.framed)
    places.set(`table ${table.number}, row ${table.rows}, cell ${table.cells}`, { ...cell.first, last: cell.last })
}
