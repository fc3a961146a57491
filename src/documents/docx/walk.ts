// WordprocessingML → paragraphs and tables, in one pass over the XML. Also reads Word 2003 XML: the same words, fewer capitals.
import { type Block, WIDEST } from '../blocks.ts'
import { walkXml } from '../xml.ts'
import * as drafts from './draft.ts'
import { type Numbering, numberingOf } from './numbering.ts'
import { symbol } from './symbol.ts'

type Attributes = Readonly<Record<string, string>>

type State = {
  readonly draft: drafts.Draft
  readonly numbering: Numbering
  revised: boolean
  /** The list the open paragraph belongs to. */
  list: { instance: string; level: number } | null
  /** Depth inside something that is not printed (deleted text, old properties, the second version of a drawing). */
  skipped: number
  inText: boolean
  inParagraphProperties: boolean
  /** Hidden runs are not printed. */
  hidden: boolean
  /** For every open alternative: a version of it was read already. */
  readonly alternatives: boolean[]
  /** For every open content control: it shows only a prompt. */
  readonly prompts: boolean[]
}

/** Everything below these is no text of the document as it is printed. */
export const UNPRINTED: ReadonlySet<string> = new Set([
  ...['moveFrom', 'rPrChange', 'pPrChange', 'tcPrChange', 'trPrChange', 'tblPrChange', 'tblPrExChange'],
  ...['sectPrChange', 'tblGridChange', 'numberingChange', 'rt', 'fldData', 'footnotePr', 'binData'],
])

/** `revised`: changes are recorded in it that nobody accepted or declined yet; they are read as accepted. */
export type WordText = { readonly blocks: readonly Block[]; readonly revised: boolean }

/** Throws `XmlProblem` for broken XML. */
export function walkWord(xml: Uint8Array, numbering: Numbering = numberingOf(undefined)): WordText {
  const state: State = {
    draft: drafts.newDraft(),
    numbering,
    list: null,
    revised: false,
    skipped: 0,
    inText: false,
    inParagraphProperties: false,
    hidden: false,
    alternatives: [],
    prompts: [],
  }
  walkXml(xml, {
    open: (tag, attributes) => open(state, tag, attributes),
    text: (text) => {
      if (state.inText && state.skipped === 0 && !state.hidden && !state.prompts.includes(true))
        drafts.addText(state.draft, text)
    },
    close: (tag) => close(state, tag),
  })
  return { blocks: state.draft.body, revised: state.revised }
}

function open(state: State, tag: string, attributes: Attributes): void {
  if (state.skipped > 0) {
    state.skipped++
    return
  }
  const opened = openers.get(tag)
  if (opened) opened(state, attributes)
  else if (UNPRINTED.has(tag)) state.skipped = 1
}

function close(state: State, tag: string): void {
  if (state.skipped > 0) state.skipped--
  else closers.get(tag)?.(state)
}

/** `w:val` and the like, whatever prefix stands before it. */
function attributeOf(attributes: Attributes, name: string): string | undefined {
  const usual = attributes[`w:${name}`]
  if (usual !== undefined) return usual
  const key = Object.keys(attributes).find((candidate) => candidate === name || candidate.endsWith(`:${name}`))
  return key === undefined ? undefined : attributes[key]
}

/** <w:vanish/> and <w:vanish w:val="1"/> are on, <w:vanish w:val="false"/> is off. */
const isOn = (attributes: Attributes): boolean => !/^(0|false|off)$/.test(attributeOf(attributes, 'val') ?? '')

const countOf = (attributes: Attributes): number =>
  Math.min(WIDEST, Math.max(0, Number.parseInt(attributeOf(attributes, 'val') ?? '', 10) || 0))

type Opener = (state: State, attributes: Attributes) => void

const cellOf = (state: State) => state.draft.tables.at(-1)?.cell ?? null
const rowOf = (state: State) => state.draft.tables.at(-1)?.row ?? null
const merged = (attributes: Attributes) => (attributeOf(attributes, 'val') === 'restart' ? 'restart' : 'continue')

const mergeDown: Opener = (state, attributes) => {
  const cell = cellOf(state)
  if (cell) cell.vertical = merged(attributes)
}
const mergeAcross: Opener = (state, attributes) => {
  const cell = cellOf(state)
  if (cell) cell.horizontal = merged(attributes)
}
const lineBreak: Opener = ({ draft }) => drafts.addText(draft, '\n')

/** Deleted text, or the mark that a row or the end of a paragraph was deleted. */
const deleted: Opener = (state) => {
  const row = rowOf(state)
  const paragraph = state.draft.paragraphs.at(-1)
  if (state.inParagraphProperties && paragraph) paragraph.joined = true
  else if (row && cellOf(state) === null) row.deleted = true
  state.skipped = 1
  state.revised = true
}

const wordOpeners: Readonly<Record<string, Opener>> = {
  tbl: ({ draft }) => drafts.openTable(draft),
  tr: ({ draft }) => drafts.openRow(draft),
  tc: ({ draft }) => drafts.openCell(draft),
  p: ({ draft }) => drafts.openParagraph(draft),
  gridBefore: (state, attributes) => {
    const row = rowOf(state)
    if (row) row.column = countOf(attributes)
  },
  gridSpan: (state, attributes) => {
    const cell = cellOf(state)
    if (cell) cell.columns = Math.max(1, countOf(attributes))
  },
  vMerge: mergeDown,
  vmerge: mergeDown,
  hMerge: mergeAcross,
  hmerge: mergeAcross,
  pPr: (state) => {
    state.inParagraphProperties = true
  },
  numPr: (state) => {
    if (state.inParagraphProperties) state.list = { instance: '', level: 0 }
  },
  ilvl: (state, attributes) => {
    if (state.list) state.list.level = countOf(attributes)
  },
  numId: (state, attributes) => {
    if (state.list) state.list.instance = attributeOf(attributes, 'val') ?? ''
  },
  vanish: (state, attributes) => {
    if (!state.inParagraphProperties) state.hidden = isOn(attributes)
  },
  t: (state) => {
    state.inText = true
  },
  tab: (state) => {
    if (!state.inParagraphProperties) drafts.addText(state.draft, '\t')
  },
  ptab: ({ draft }) => drafts.addText(draft, '\t'),
  br: lineBreak,
  cr: lineBreak,
  noBreakHyphen: ({ draft }) => drafts.addText(draft, '-'),
  sym: ({ draft, hidden }, attributes) => {
    if (!hidden)
      drafts.addText(draft, symbol(attributeOf(attributes, 'font') ?? '', attributeOf(attributes, 'char') ?? ''))
  },
  del: deleted,
  ins: (state) => {
    state.revised = true
  },
  annotation: (state, attributes) => {
    if (attributeOf(attributes, 'type') === 'Word.Deletion') deleted(state, attributes)
  },
  sdt: (state) => {
    state.prompts.push(false)
  },
  showingPlcHdr: (state, attributes) => {
    state.prompts[state.prompts.length - 1] = isOn(attributes)
  },
  AlternateContent: (state) => {
    state.alternatives.push(false)
  },
  Choice: alternative,
  Fallback: alternative,
}

/** One drawing in several versions: the first one is read. */
function alternative(state: State): void {
  if (state.alternatives.at(-1)) state.skipped = 1
  else if (state.alternatives.length > 0) state.alternatives[state.alternatives.length - 1] = true
}

const endOfText = (state: State): void => {
  state.inText = false
}

const wordClosers: Readonly<Record<string, (state: State) => void>> = {
  tbl: ({ draft }) => drafts.closeTable(draft),
  tr: ({ draft }) => drafts.closeRow(draft),
  tc: ({ draft }) => drafts.closeCell(draft),
  p: ({ draft }) => drafts.closeParagraph(draft),
  pPr: (state) => {
    state.inParagraphProperties = false
    if (state.list) drafts.addText(state.draft, state.numbering.next(state.list.instance, state.list.level))
    state.list = null
  },
  r: (state) => {
    state.hidden = false
  },
  t: endOfText,
  sdt: (state) => {
    state.prompts.pop()
  },
  AlternateContent: (state) => {
    state.alternatives.pop()
  },
}

/** Maps, because a file may name a tag "constructor". */
const openers = new Map(Object.entries(wordOpeners))
const closers = new Map(Object.entries(wordClosers))
