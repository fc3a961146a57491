// Control words of an RTF file → its paragraphs, and which of them end cells and rows, as Word's own files have them.
import { WIDEST } from '../blocks.ts'
import type { CellPlace } from '../doc/cells.ts'
import type { DocParagraph } from '../doc/paragraphs.ts'
import { InputProblem } from '../input-problem.ts'
import { decoded, SIGNS } from './characters.ts'
import { type Token, tokensOf } from './tokens.ts'

/** What a group changes and gives back at its end. */
type Group = {
  skipped: boolean
  hidden: boolean
  font: number
  /** Bytes that stand behind a Unicode sign for programs that do not know it. */
  substitutes: number
  inFonts: boolean
}
type State = {
  /** Of the file, for the refusal. */
  readonly name: string
  readonly paragraphs: DocParagraph[]
  readonly groups: Group[]
  /** Groups open beyond the deepest that is kept. */
  uncounted: number
  readonly sets: Map<number, number>
  group: Group
  page: number | null
  bytes: string
  text: string
  /** Substitutes still to be passed over. */
  passed: number
  /** A destination may follow that may be unknown: \* */
  optional: boolean
  depth: number
  inTable: boolean
  left: number
  /** Shared by the rows that end before another border is told: a file may end a row of many cells in four bytes. */
  cells: readonly CellPlace[]
  /** Of all rows so far. */
  places: number
  down: CellPlace['down']
  across: CellPlace['across']
}

/** Destinations without text of the document. */
const UNPRINTED = new Set(
  'colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf footnote fldinst listtable listoverridetable rsidtbl generator themedata colorschememapping latentstyles datastore xmlnstbl nonesttables nonshppict annotation atnid atnauthor bkmkstart bkmkend revtbl filetbl'.split(
    ' ',
  ),
)
/** Optional destinations whose content counts. */
const KEPT = new Set(['nesttableprops', 'ud', 'upr'])

/** More paragraphs, and more places of cells in their rows, hold only files that are made to keep us busy. */
const MOST_PARAGRAPHS = 200_000
const MOST_PLACES = 1_000_000

/** Throws `InputProblem` for more of them than any office ever printed. */
export function paragraphsOf(text: string, name: string): readonly DocParagraph[] {
  const group = { skipped: false, hidden: false, font: 0, substitutes: 1, inFonts: false }
  const state: State = {
    name,
    paragraphs: [],
    groups: [],
    uncounted: 0,
    sets: new Map(),
    group,
    page: null,
    bytes: '',
    text: '',
    passed: 0,
    optional: false,
    depth: 1,
    inTable: false,
    left: 0,
    cells: [],
    places: 0,
    down: null,
    across: null,
  }
  for (const token of tokensOf(text)) take(state, token)
  flush(state)
  if (state.text.trim() !== '') end(state, 'paragraph')
  return state.paragraphs
}

function take(state: State, token: Token): void {
  if (token.kind === 'bytes') takeBytes(state, token.text)
  else if (token.kind === 'open') {
    flush(state)
    openGroup(state)
  } else if (token.kind === 'close') {
    flush(state)
    closeGroup(state)
  } else if (token.kind === 'word') takeWord(state, token.name, token.number)
}

/** Deeper groups are only counted: no program writes them. */
const MOST_GROUPS = 1000

function openGroup(state: State): void {
  state.passed = 0
  if (state.groups.length >= MOST_GROUPS) state.uncounted++
  else {
    state.groups.push(state.group)
    state.group = { ...state.group }
  }
}

function closeGroup(state: State): void {
  state.passed = 0
  if (state.uncounted > 0) state.uncounted--
  else state.group = state.groups.pop() ?? state.group
}

function takeBytes(state: State, text: string): void {
  const from = Math.min(state.passed, text.length)
  state.passed -= from
  if (!state.group.skipped && !state.group.hidden) state.bytes += text.slice(from)
}

function takeWord(state: State, name: string, number: number | null): void {
  flush(state)
  const { group } = state
  if (name === '*') {
    state.optional = true
    return
  }
  const optional = state.optional
  state.optional = false
  if (group.inFonts) takeFont(state, name, number)
  else if (name === 'fonttbl') group.inFonts = group.skipped = true
  else if (UNPRINTED.has(name) || (optional && !KEPT.has(name))) group.skipped = true
  else if (!group.skipped) (words.get(name) ?? sign)(state, number ?? 1, name)
}

/** The fonts are told first: which of them holds which characters. */
function takeFont({ group, sets }: State, name: string, number: number | null): void {
  if (name === 'f') group.font = number ?? 0
  if (name === 'fcharset') sets.set(group.font, number ?? 0)
}

function flush(state: State): void {
  if (state.bytes === '') return
  state.text += decoded(state.bytes, state.page, state.sets.get(state.group.font))
  state.bytes = ''
}

function sign(state: State, _: number, name: string): void {
  const text = SIGNS.get(name)
  if (text !== undefined && !state.group.hidden) state.text += text
}

function end(state: State, ends: DocParagraph['ends'], depth = state.inTable ? state.depth : 0): void {
  const cells = ends === 'row' ? state.cells : []
  state.places += cells.length
  if (state.paragraphs.length >= MOST_PARAGRAPHS || state.places > MOST_PLACES)
    throw new InputProblem('too-large', `${state.name}：段落或表格单元格过多，请拆成几个文件后再试`)
  state.paragraphs.push({ text: state.text, depth, ends, cells })
  state.text = ''
}

function unicode(state: State, number: number): void {
  if (!state.group.hidden) state.text += String.fromCharCode(number < 0 ? number + 65_536 : number)
  state.passed = state.group.substitutes
}

function border(state: State, right: number): void {
  const left = state.cells.at(-1)?.right ?? state.left
  if (state.cells.length < WIDEST)
    state.cells = [...state.cells, { left, right, down: state.down, across: state.across }]
  state.down = null
  state.across = null
}

type Word = (state: State, number: number, name: string) => void

const paragraphEnd: Word = (state) => end(state, 'paragraph')
const WORDS: Readonly<Record<string, Word>> = {
  ansicpg: (state, number) => {
    state.page = number
  },
  f: ({ group }, number) => {
    group.font = number
  },
  uc: ({ group }, number) => {
    group.substitutes = Math.max(0, number)
  },
  u: unicode,
  v: ({ group }, number) => {
    group.hidden = number !== 0
  },
  deleted: ({ group }, number) => {
    group.hidden = number !== 0
  },
  plain: ({ group }) => {
    group.hidden = false
  },
  pard: (state) => {
    state.inTable = false
    state.depth = 1
  },
  intbl: (state) => {
    state.inTable = true
  },
  itap: (state, number) => {
    state.inTable = number > 0
    state.depth = Math.min(Math.max(1, number), DEEPEST)
  },
  par: paragraphEnd,
  sect: paragraphEnd,
  page: paragraphEnd,
  '\n': paragraphEnd,
  '\r': paragraphEnd,
  cell: (state) => end(state, 'cell', 1),
  nestcell: (state) => end(state, 'cell', Math.max(2, state.depth)),
  row: (state) => end(state, 'row', 1),
  nestrow: (state) => end(state, 'row', Math.max(2, state.depth)),
  trowd: (state) => {
    state.cells = []
    state.left = 0
  },
  trleft: (state, number) => {
    state.left = number
  },
  clvmgf: (state) => {
    state.down = 'restart'
  },
  clvmrg: (state) => {
    state.down = 'continue'
  },
  clmrg: (state) => {
    state.across = 'continue'
  },
  cellx: border,
}

/** A map, because a file may name a word "constructor". */
const words = new Map(Object.entries(WORDS))

/** No table stands deeper in others; a file that says so is broken. */
const DEEPEST = 8
