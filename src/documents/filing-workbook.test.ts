// A workbook edited offline gives back exactly what was edited.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { blankForm } from '../kernel/form/blank.ts'
import { difference } from '../kernel/form/difference.ts'
import type { Form } from '../kernel/form/form.ts'
import { withKeys } from '../kernel/form/pairing.ts'
import { editedInWorkbook, filingWorkbook, workbookOrigin } from './filing-workbook.ts'
import { readDocument } from './read-document.ts'
import { zipped } from './write/zip-stream.ts'
import { unzipCapped } from './zip.ts'

const filing = '0190a000-0000-7000-8000-000000000001'
let count = 0
const keyed = ({ sources, doubts, ...form }: Form): Form => withKeys(form, null, () => `k${++count}`)
const demo = async (name: string): Promise<Form[]> =>
  (await readDocument(readFileSync(`demo/${name}`), name)).forms.map(keyed)

/** The workbook with its sheet changed, as Excel would have saved it. */
function editedSheet(form: Form, change: (xml: string) => string): Uint8Array {
  const parts = unzipCapped(filingWorkbook(form, filing, 3), 'x.xlsx', () => true)
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')
  const chunks = (name: string, bytes: Uint8Array) => [name.includes('sheet1') ? change(text(bytes)) : text(bytes)]
  return Buffer.concat([...zipped([...parts].map(([name, bytes]) => ({ name, chunks: chunks(name, bytes) })))])
}

/** Columns behind the first one of a merged cell: B:D → C, D. */
const lettersBetween = (left: string, right: string): string[] =>
  Array.from({ length: right.charCodeAt(0) - left.charCodeAt(0) }, (_, i) =>
    String.fromCharCode(left.charCodeAt(0) + i + 1),
  )

const said = (a: Form, b: Form): readonly string[] => difference(a, b).map(({ message }) => message)

it('says which filing it was taken from, and at which version', async () => {
  const [form] = await demo('001.txt')
  expect(workbookOrigin(filingWorkbook(form ?? blankForm('project-target'), filing, 12), 'x.xlsx')).toEqual({
    filing,
    version: 12,
  })
  expect(workbookOrigin(readFileSync('test/golden/files/000-excel.xlsx'), 'x.xlsx')).toBeNull()
  expect(workbookOrigin(Buffer.from('no workbook'), 'x.xlsx')).toBeNull()
})

it.each(['000.txt', '001.txt', '002.txt', '003.txt', '004.txt'])('%s: unedited, it changes nothing', async (name) => {
  for (const form of (await demo(name)).slice(0, 9)) {
    const back = await editedInWorkbook(form, filingWorkbook(form, filing, 1), 'x.xlsx')
    expect(said(form, back), form.project?.name ?? name).toEqual([])
    expect(back.indicators.map(({ key }) => key)).toEqual(form.indicators.map(({ key }) => key))
    expect({ ...back, indicators: [] }).toMatchObject({ unit: form.unit, project: form.project, goals: form.goals })
  }
})

/** Rows of the workbook with their cells, sorted as a person does it: merged cells broken, the rows turned round. */
const turnedRound = (xml: string): string => {
  const rows = [...xml.matchAll(/<row r="(\d+)"[^>]*>(.*?)<\/row>/g)].filter(([, , cells]) =>
    cells?.includes('hengji:'),
  )
  const moved = rows.toReversed().map(([, , cells = '']) => cells)
  return rows
    .reduce((text, [row, at, cells = ''], i) => {
      const placed = (moved[i] ?? '').replace(/r="([A-Z]+)\d+"/g, `r="$1${at}"`)
      return text.replace(row, row.replace(cells, placed))
    }, xml)
    .replace(/<mergeCells.*<\/mergeCells>/, '')
}

describe('edited', () => {
  it('it knows rows that were sorted, with the groups that stood in merged cells', async () => {
    for (const form of await demo('002.txt')) {
      const back = await editedInWorkbook(form, editedSheet(form, turnedRound), 'x.xlsx')
      const asWas = (rows: Form['indicators']) => rows.toSorted((a, b) => (a.key ?? '').localeCompare(b.key ?? ''))
      expect(asWas(back.indicators), form.project?.name ?? '').toEqual(asWas(form.indicators))
    }
  })

  it('it gives back the one cell that was changed', async () => {
    const [, form] = await demo('001.txt')
    if (!form) throw new Error('four forms')
    const [first] = form.indicators
    const bytes = editedSheet(form, (xml) => xml.replace(`>${first?.target.text}<`, '>≥99.00(次)<'))
    const back = await editedInWorkbook(form, bytes, 'x.xlsx')
    expect(said(form, back)).toEqual([
      `指标“${first?.name}”的指标值由“${first?.target.text}”改为“≥99.00(次)”，要求提高。`,
    ])
    expect(back.indicators[0]?.key).toBe(first?.key)
  })

  it('it knows a renamed row by its place', async () => {
    const [, form] = await demo('001.txt')
    if (!form) throw new Error('four forms')
    const name = form.indicators[1]?.name
    const back = await editedInWorkbook(
      form,
      editedSheet(form, (xml) => xml.replace(`>${name}<`, '>全新的名称<')),
      'x.xlsx',
    )
    expect(back.indicators[1]).toMatchObject({ key: form.indicators[1]?.key, name: '全新的名称' })
    expect(back.indicators).toHaveLength(form.indicators.length)
  })

  it('it takes what was written into an empty form, and leaves out the rows left empty', async () => {
    const [sample] = await demo('002.txt')
    if (!sample) throw new Error('nine forms')
    const empty: Form = { ...sample, indicators: [] }
    const bytes = editedSheet(empty, (xml) => {
      const row =
        /<row r="(\d+)"[^>]*>(?:<c r="[A-Z]+\1" s="\d+"(?:\/>| t="inlineStr"><is><t [^>]*>hengji:[^<]*<\/t><\/is><\/c>))+<\/row>/.exec(
          xml,
        )
      const hidden = new Set(
        [...xml.matchAll(/<mergeCell ref="([A-Z])(\d+):([A-Z])(\d+)"/g)]
          .filter(([, , top, , bottom]) => Number(top) <= Number(row?.[1]) && Number(bottom) >= Number(row?.[1]))
          .flatMap(([, left = 'A', top, right = 'A']) => [
            ...(Number(top) < Number(row?.[1]) ? [left] : []),
            ...lettersBetween(left, right),
          ]),
      )
      const texts = ['产出指标', '数量指标', '检查家次', '≥10(家)']
      const filled = row?.[0].replace(/<c (r="([A-Z])\d+" s="\d+")\/>/g, (cell, at: string, column: string) => {
        const text = hidden.has(column) ? undefined : texts.shift()
        return text === undefined ? cell : `<c ${at} t="inlineStr"><is><t>${text}</t></is></c>`
      })
      return xml.replace(row?.[0] ?? '', filled ?? '')
    })
    const back = await editedInWorkbook(empty, bytes, 'x.xlsx')
    expect(back.indicators).toMatchObject([
      {
        dimension: '产出指标',
        aspect: '数量指标',
        name: '检查家次',
        target: { comparator: '>=', value: '10', unit: '家' },
      },
    ])
  })
})
