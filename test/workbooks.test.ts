// The same documents as workbooks of several programs, read and compared with the truth of their text.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formsOf, openDocument } from '../src/documents/read-document.ts'
import { Form } from '../src/kernel/form/form.ts'
import { compareForms, type Truth } from './compare-forms.ts'

const file = (name: string): Uint8Array => readFileSync(new URL(`golden/files/${name}`, import.meta.url))

/** The workbooks of 004 hold the indicator tables under their titles: no head, money or goals. */
function withoutHead(key: string, value: unknown): unknown {
  if (key === 'funds') return []
  if (key === 'unit' && typeof value === 'object') return undefined
  return ['goals', 'amountUnit', 'purpose', 'department'].includes(key) ? undefined : value
}

const truthOf = (name: string): Truth => {
  const text = readFileSync(new URL(`golden/${name.slice(0, 3)}.json`, import.meta.url), 'utf8')
  return JSON.parse(text, name.startsWith('004') ? withoutHead : undefined)
}

const squeeze = (text: string): string => text.replace(/[\s｜]+/g, '')

describe.each([
  ['000-excel.xlsx', 4, '业务受理工作经费'],
  ['000-excel.xls', 4, '业务受理工作经费'],
  ['004-excel.xlsx', 56, '1'],
  ['004-excel.xls', 56, '1'],
])('%s', async (name, forms, sheet) => {
  const opened = await openDocument(file(name), name)
  const read = formsOf(opened)

  it('is read right in at least 99.5 % of the fields it prints', () => {
    const { share, wrong } = compareForms(truthOf(name), read.forms)
    expect(share, JSON.stringify(wrong.slice(0, 20), null, 1)).toBeGreaterThanOrEqual(0.995)
    expect(read.forms).toHaveLength(forms)
  })

  it('gives forms of the published schema', () => {
    for (const form of read.forms) expect(() => Form.parse(form)).not.toThrow()
  })

  it('says where every field stands: sheet and cell, and the row people see', () => {
    expect(read.forms[0]?.sources?.['indicators[0].name']?.cell?.startsWith(`${sheet}!`)).toBe(true)
    for (const form of read.forms)
      for (const [path, { cell, line, lineEnd, text }] of Object.entries(form.sources ?? {})) {
        expect(cell, path).toMatch(/^.+![A-Z]{1,2}\d+$/)
        const seen = opened.lines.slice((line ?? 0) - 1, lineEnd ?? line).map((shown) => shown.text)
        expect(squeeze(seen.join('')), path).toContain(squeeze(text))
      }
  })

  it('names the hidden sheet of its lists instead of reading it', () =>
    expect(read.notes).toEqual(['工作表“字典”是隐藏的，未读入']))
})

describe('one workbook in the new and the old format', async () => {
  const rows = async (name: string) => {
    const opened = await openDocument(file(name), name)
    if (opened.content.shape !== 'grid') throw new Error('no grid')
    return { texts: opened.content.grid.rows.map((row) => row.map((cell) => cell.text)), notes: opened.notes }
  }
  const fresh = await rows('feature.xlsx')
  const old = await rows('feature.xls')

  it('shows the same cells: percents, dates, codes with zeros in front, rich texts, truths', () => {
    for (const { texts } of [fresh, old]) {
      expect(texts[2]?.slice(0, 6)).toEqual(['产出指标', '数量指标', '指标一', '100', '98', '25'])
      expect(texts[3]?.slice(2, 6)).toEqual(['指标二', '95.00%', '90.00%', '25'])
      expect(texts[2]?.[7]).toBe('2023-12-01')
      expect(texts[8]).toEqual(['注：加粗文字结尾'])
      expect(texts[9]?.slice(0, 3)).toEqual(['10.20', '0012345', 'TRUE'])
    }
  })

  it('leaves out formulas whose results were never saved, and says so', () => {
    expect(fresh.texts[2]?.[6]).toBe('')
    expect(fresh.notes[0]).toMatch(/“自评表”的 G4、G5、G6、G7、F8 等 \d 处 是公式但没有保存结果/)
    expect(old.texts[2]?.[6]).toBe('24.5')
    expect(old.notes.join()).toContain('D11（#DIV/0!）')
  })

  it('reads hidden rows and says so', () => {
    for (const { texts, notes } of [fresh, old]) {
      expect(texts[10]?.[0]).toBe('多行\n文本')
      expect(notes).toContainEqual('工作表“自评表”第 12 行是隐藏的，已一并读入')
    }
  })
})
