// Forms of layouts nobody told the readers about: templates in the words of published forms, filled with invented content.
// A template's lines: `kind`; `# …` a paragraph; else a row of cells between bars. `{path}` prints a field, `{path:x}`
// prints it where the form has no place for it; `@label` begins a money row, `{f.…}` is a field of that row; `* …` is
// repeated for every indicator, `~ …` for every task; `^` merges equal neighbours down; `label>3` spans three columns.
import { readdirSync, readFileSync } from 'node:fs'
import { FormKind } from '../../kernel/form/form.ts'
import { parseActual, parseTarget } from '../../kernel/value/value.ts'
import type { KitBlock, KitCell, KitTable } from '../docx/docx.test-kit.ts'
import { invented, type Values } from './values.test-kit.ts'

/** Paragraphs above and below the table, and the table. */
export type Paper = { readonly blocks: readonly KitBlock[] }
/** A printed form and the fields it prints; a field it does not print is not there. */
export type Printed = { readonly name: string; readonly paper: Paper; readonly truth: object }

const folder = new URL('fixtures/', import.meta.url)
export const templateNames: readonly string[] = readdirSync(folder).map((file) => file.replace(/\.txt$/, ''))

type Row = { readonly text: string; readonly span: number; readonly down: boolean }[]
type State = {
  readonly values: Values
  readonly truth: Map<string, string | null>
  readonly hidden: Set<string>
  readonly funds: { label: string; scope: string }[]
}

export function printed(name: string, seed: number): Printed {
  const lines = readFileSync(new URL(`${name}.txt`, folder), 'utf8')
    .trimEnd()
    .split('\n')
  const kind = FormKind.parse(lines[0]?.replace('kind ', ''))
  const body = lines.slice(1)
  const state: State = { values: invented(seed, body.join('\n')), truth: new Map(), hidden: new Set(), funds: [] }
  const blocks: (string | Row[])[] = []
  for (const line of body) {
    if (line.startsWith('# ')) {
      blocks.push(filled(line.slice(2), state, ''))
      continue
    }
    const last = blocks.at(-1)
    const rows = typeof last === 'object' ? last : []
    if (rows !== last) blocks.push(rows)
    rows.push(...rowsOf(line, state))
  }
  const paper = { blocks: blocks.map((block) => (typeof block === 'string' ? block : table(block))) }
  return { name, paper, truth: truthOf(kind, state) }
}

function rowsOf(line: string, state: State): readonly Row[] {
  if (line.startsWith('* ')) return state.values.indicators.map((_, i) => row(line.slice(2), state, `indicators[${i}]`))
  if (line.startsWith('~ ')) return state.values.tasks.map((_, i) => row(line.slice(2), state, `tasks[${i}]`))
  return [row(line, state, '')]
}

const row = (line: string, state: State, item: string): Row =>
  line.split(/ ?\| ?/).map((cell) => {
    const down = cell.startsWith('^')
    const [text = '', span] = (down ? cell.slice(1) : cell).split('>')
    return { text: filled(beginFund(text.trim(), state), state, item), span: Number(span ?? 1), down }
  })

/** @p:其中：财政拨款 → 其中：财政拨款, and the money fields that follow belong to this row. */
function beginFund(text: string, state: State): string {
  if (!text.startsWith('@')) return text
  const scope = text.startsWith('@p:') ? 'project' : 'annual'
  const label = text.replace(/^@(p:)?/, '')
  state.funds.push({ label: label.replace(/^其中：/, '').replace(/：$/, ''), scope })
  return label
}

const filled = (text: string, state: State, item: string): string =>
  text.replace(/\{([^}]+)\}/g, (_, field: string) => {
    const [name = '', hidden] = field.split(':')
    const path = name.startsWith('f.')
      ? `funds[${state.funds.length - 1}].${name.slice(2)}`
      : name.startsWith('.') || name.startsWith('t.')
        ? `${item}${name.replace(/^t\./, '.')}`
        : name
    const value = state.values.at(path)
    if (hidden === undefined) state.truth.set(path, value)
    else state.hidden.add(path)
    return value ?? ''
  })

/** Merged cells: `^` down over equal neighbours as long as what stands left of them goes on; the last cell of a row to the right edge. */
function table(rows: readonly Row[]): KitTable {
  const columns = Math.max(...rows.map((cells) => cells.reduce((sum, cell) => sum + cell.span, 0)))
  const placed: KitCell[][] = []
  const open = new Map<number, { cell: { rowSpan: number }; text: string }>()
  rows.forEach((cells, r) => {
    const own: KitCell[] = []
    let col = 0
    let goesOn = true
    cells.forEach((cell, i) => {
      const colSpan = i === cells.length - 1 ? Math.max(1, columns - col) : cell.span
      const above = open.get(col)
      if (cell.down && goesOn && above?.text === cell.text) above.cell.rowSpan++
      else {
        const made = { row: r, col, rowSpan: 1, colSpan, text: cell.text === '' ? null : cell.text }
        own.push(made)
        if (cell.down) {
          open.set(col, { cell: made, text: cell.text })
          goesOn = false
        } else open.delete(col)
      }
      col += colSpan
    })
    placed.push(own)
  })
  return { columns, rows: placed }
}

type Json = { [key: string]: unknown }

function truthOf(kind: FormKind, { truth, hidden, funds }: State): object {
  const form: Json = { kind, funds: funds.map((fund) => ({ ...fund })), indicators: [], tasks: [] }
  for (const [path, value] of truth) {
    if (hidden.has(path)) continue
    let here: Json | unknown[] = form
    const keys = path.split(/[.[\]]+/).filter(Boolean)
    keys.forEach((key, i) => {
      const own = here as Json // arrays are reached by their index as objects are by a name
      if (i === keys.length - 1) own[key] = key === 'year' ? Number(value) : value
      else {
        own[key] ??= /^\d+$/.test(keys[i + 1] ?? '') ? [] : {}
        here = own[key] as Json // just made, or made before in the same way
      }
    })
  }
  // The parts of the whole project stand before those of the year, wherever they are printed.
  const rows = (form.funds as Json[]).toSorted((a, b) => Number(b.scope === 'project') - Number(a.scope === 'project')) // set above
  return { ...form, funds: rows, indicators: (form.indicators as Json[]).map(parsed) } // set above as a list of objects
}

/** What the values of an indicator say, beside what is printed. */
function parsed(row: Json): Json {
  const text = (of: unknown): string | null => (of as { text?: string } | undefined)?.text ?? null // {text} as the path made it
  const column = (key: string): string | null => (typeof row[key] === 'string' ? row[key] : null)
  const columns = {
    direction: column('direction'),
    nature: column('nature'),
    measureUnit: column('measureUnit'),
  }
  return {
    ...row,
    target: parseTarget(text(row.target), columns),
    ...('actual' in row ? { actual: parseActual(text(row.actual)) } : {}),
  }
}
