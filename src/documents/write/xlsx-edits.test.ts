// What offices do to a workbook before they send it back: after every edit it still reads as what they meant.
import { readFileSync } from 'node:fs'
import { readXlsx, type Sheet, writeXlsx as saveXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import type { Form } from '../../kernel/form/form.ts'
import { readDocument, readText } from '../read-document.ts'
import { writeXlsx } from './xlsx.ts'

const forms = readText(readFileSync('demo/001.txt', 'utf8'), '001').forms
const [given] = forms.toSorted((a, b) => b.indicators.length - a.indicators.length)
if (given === undefined) throw new Error('no form in the demonstration')

/** Saved by another program, with its own styles. */
const saved = ({ sheets }: { readonly sheets: readonly Sheet[] }): Promise<Uint8Array> =>
  saveXlsx({
    sheets: sheets.map(({ name, rows, merges = [], columns = [], rowDefs = new Map() }) => ({
      name,
      rows,
      merges,
      columns,
      rowDefs,
    })),
  })

type Value = Sheet['rows'][number][number]

/** The workbook of the form, opened, edited and saved by another program, then read. */
async function edited(edit: (sheet: Sheet) => void, form: Form = given as Form): Promise<Form> {
  const book = await readXlsx(Buffer.concat([...writeXlsx([form])]))
  const sheet = book.sheets[0]
  if (sheet === undefined) throw new Error('no sheet')
  edit(sheet)
  const read = await readDocument(await saved(book), '改.xlsx')
  expect(read.forms).toHaveLength(1)
  return read.forms[0] as Form
}

const rowOf = (sheet: Sheet, text: string): number =>
  sheet.rows.findIndex((row) => row.some((cell) => String(cell).replace(/\s/g, '') === text.replace(/\s/g, '')))
const named = (i: number): string => given.indicators[i]?.name ?? ''
const bare = ({ sources: _, doubts: __, layout: ___, yearSource: ____, ...form }: Form): object => plain(form)
/** The editor keeps the number, not how many places of it are shown. */
const plain = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, text: unknown) =>
    typeof text === 'string' && /^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text,
  )

/** Rows from `at` on move down by one, and what is merged with them; a merged area around the place grows. */
function insertRow(sheet: Sheet, at: number, row: Value[]): void {
  sheet.rows.splice(at, 0, row)
  sheet.merges = (sheet.merges ?? []).map((area) => ({
    ...area,
    startRow: area.startRow >= at ? area.startRow + 1 : area.startRow,
    endRow: area.endRow >= at ? area.endRow + 1 : area.endRow,
  }))
}

/** Every cell of a merged area is given its text, as people do before they sort. */
function unmerge(sheet: Sheet, filled: boolean): void {
  for (const { startRow, endRow, startCol } of sheet.merges ?? []) {
    const text = sheet.rows[startRow]?.[startCol] ?? null
    for (let r = startRow; filled && endRow > startRow && r <= endRow; r++) {
      const row = sheet.rows[r]
      if (row !== undefined) row[startCol] = text
    }
  }
  sheet.merges = []
}

describe('a workbook that was edited', () => {
  it('reads the same when nothing was changed, the columns widened or the sheet renamed', async () => {
    const widened = await edited((sheet) => {
      sheet.name = '2023年自评（终稿）'
      sheet.columns = (sheet.columns ?? []).map((column) => ({ ...column, width: 30 }))
    })
    expect(bare(widened)).toEqual(bare(given))
  })

  it('reads the same with all merged cells broken', async () => {
    expect(bare(await edited((sheet) => unmerge(sheet, false)))).toEqual(bare(given))
  })

  it('reads a row inserted between two others, in their group', async () => {
    const read = await edited((sheet) => {
      const at = rowOf(sheet, named(1))
      const like = sheet.rows[at] ?? []
      const copy = like.map((cell): Value => (cell === named(1) ? '新增的指标' : cell))
      insertRow(sheet, at, copy)
    })
    expect(read.indicators.map(({ name }) => name)).toEqual([
      named(0),
      '新增的指标',
      ...given.indicators.slice(1).map(({ name }) => name),
    ])
    expect(read.indicators[1]?.dimension).toBe(given.indicators[1]?.dimension)
  })

  it('reads rows in the order they were sorted into, each with its own group and values', async () => {
    const read = await edited((sheet) => {
      unmerge(sheet, true)
      const from = rowOf(sheet, named(0))
      const rows = sheet.rows.slice(from, from + given.indicators.length)
      sheet.rows.splice(from, rows.length, ...rows.toReversed())
    })
    expect(plain(read.indicators)).toEqual(plain(given.indicators.toReversed()))
  })

  it('gives sorted rows the groups their broken merged cells no longer show', async () => {
    const read = await edited((sheet) => {
      unmerge(sheet, false)
      const from = rowOf(sheet, named(0))
      const rows = sheet.rows.slice(from, from + given.indicators.length)
      const order = rows.map((_, i) => i).toSorted((a, b) => ((a * 7) % rows.length) - ((b * 7) % rows.length))
      sheet.rows.splice(from, rows.length, ...order.map((i) => rows[i] ?? []))
    })
    const groupOf = new Map(given.indicators.map((row) => [`${row.name} ${row.target.text}`, row]))
    expect(read.indicators).toHaveLength(given.indicators.length)
    for (const row of read.indicators) expect(plain(row)).toEqual(plain(groupOf.get(`${row.name} ${row.target.text}`)))
  })

  it('leaves a group the name somebody gave it, over all of its merged rows', async () => {
    const read = await edited((sheet) => {
      const row = sheet.rows[rowOf(sheet, named(0))]
      const at = row?.indexOf(given.indicators[0]?.dimension ?? '') ?? -1
      if (row !== undefined) row[at] = '成本指标'
    })
    const [first] = given.indicators
    expect(read.indicators.map(({ dimension }) => dimension)).toEqual(
      given.indicators.map(({ dimension }) => (dimension === first?.dimension ? '成本指标' : dimension)),
    )
  })

  it('keeps the next rows in their group where the first of it was deleted', async () => {
    const at = given.indicators.findIndex((row, i) => i > 0 && row.aspect !== given.indicators[i - 1]?.aspect)
    const read = await edited((sheet) => {
      unmerge(sheet, false)
      sheet.rows.splice(rowOf(sheet, named(at)), 1)
    })
    expect(plain(read.indicators)).toEqual(plain(given.indicators.filter((_, i) => i !== at)))
  })

  it('reads a copied row as one more, in the same group', async () => {
    const read = await edited((sheet) => {
      unmerge(sheet, false)
      const from = rowOf(sheet, named(1))
      sheet.rows.splice(from, 0, [...(sheet.rows[from] ?? [])])
    })
    expect(read.indicators).toHaveLength(given.indicators.length + 1)
    expect(plain(read.indicators[1])).toEqual(plain(given.indicators[1]))
    expect(plain(read.indicators[2])).toEqual(plain(given.indicators[1]))
  })

  it('says nothing of its own hidden column, and shows none of it', async () => {
    const { forms: read, notes } = await readDocument(Buffer.concat([...writeXlsx([given])]), '原.xlsx')
    expect(notes ?? []).toEqual([])
    expect(JSON.stringify(read)).not.toContain('hengji:')
  })

  it('reads numbers typed as text as the same numbers', async () => {
    const read = await edited((sheet) => {
      sheet.rows = sheet.rows.map((row) => row.map((cell) => (typeof cell === 'number' ? ` ${cell} ` : cell)))
    })
    const numbers = (form: Form) =>
      form.indicators
        .map(({ weight, score }) => [Number(weight), Number(score)])
        .concat([[Number(form.totals.score), 0]])
    expect(numbers(read)).toEqual(numbers(given))
    expect(read.doubts ?? []).toEqual([])
  })

  it('reads hidden rows, and says so', async () => {
    const book = await readXlsx(Buffer.concat([...writeXlsx([given])]))
    const [sheet] = book.sheets
    if (sheet === undefined) throw new Error('no sheet')
    const at = rowOf(sheet, named(2))
    sheet.rowDefs = new Map([...(sheet.rowDefs ?? []), [at, { hidden: true }]])
    const { forms, notes } = await readDocument(await saved(book), '改.xlsx')
    expect(forms.map(bare)).toEqual([bare(given)])
    expect(notes).toEqual([expect.stringContaining(`第 ${at + 1} 行是隐藏的`)])
  })

  it('reads the same with a column added at the right and an empty one at the left', async () => {
    const read = await edited((sheet) => {
      sheet.rows = sheet.rows.map((row, r) => [null, ...row, r === rowOf(sheet, named(0)) - 1 ? '核对人意见' : null])
      sheet.columns = [{}, ...(sheet.columns ?? [])]
      const right = (n: number): number => n + 1
      sheet.merges = (sheet.merges ?? []).map((area) => ({
        ...area,
        startCol: right(area.startCol),
        endCol: right(area.endCol),
      }))
    })
    expect(read.indicators.map(({ name, target, weight }) => [name, target.text, Number(weight)])).toEqual(
      given.indicators.map(({ name, target, weight }) => [name, target.text, Number(weight)]),
    )
    expect(plain(read.funds)).toEqual(plain(given.funds))
  })

  it('keeps what was signed below the table', async () => {
    const read = await edited((sheet) => {
      sheet.rows.push(['填报人：张三　　联系电话：0000-0000000'])
    })
    expect(read.remarks).toEqual({ 填报人: '张三', 联系电话: '0000-0000000' })
    expect(bare({ ...read, remarks: undefined })).toEqual({ ...bare(given), remarks: undefined })
  })
})
