// What Word gets: a table that is one, headings that repeat, rows that hold together, text that cannot break it.
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { blankForm, blankIndicator } from '../../kernel/form/blank.ts'
import type { Form } from '../../kernel/form/form.ts'
import { parseTarget } from '../../kernel/value/value.ts'
import { writeDocx } from './docx.ts'

const indicator = (n: number) => ({
  ...blankIndicator,
  dimension: '产出指标',
  aspect: n % 2 === 0 ? '数量指标' : '质量指标',
  name: `指标${n}`,
  target: parseTarget('≥1个'),
})
const form = (indicators: number, over: Partial<Form> = {}): Form => ({
  ...blankForm('project-self-evaluation'),
  layout: 'shanghai-self-evaluation',
  indicators: Array.from({ length: indicators }, (_, n) => indicator(n)),
  ...over,
})
const xmlOf = (...forms: Form[]): string =>
  strFromU8(unzipSync(Buffer.concat([...writeDocx(forms)]))['word/document.xml'] ?? new Uint8Array(0))
const count = (xml: string, what: RegExp): number => [...xml.matchAll(what)].length

it('keeps a form that fits on a page in one table', () => {
  expect(count(xmlOf(form(3)), /<w:tbl>/g)).toBe(1)
})

it('repeats the indicator headings of a form over pages, and nothing else', () => {
  const xml = xmlOf(form(80))
  const [, table] = xml.split('<w:tbl>').slice(1)
  expect(count(xml, /<w:tblHeader\/>/g)).toBe(1)
  expect(table?.indexOf('<w:tblHeader/>')).toBeLessThan(table?.indexOf('三级指标') ?? 0)
})

it('gives every row cells for the whole width', () => {
  const xml = xmlOf(form(80))
  for (const table of xml.split('<w:tbl>').slice(1)) {
    const columns = count(table, /<w:gridCol /g)
    for (const row of table.split('<w:tr>').slice(1)) {
      const spans = [...row.matchAll(/<w:gridSpan w:val="(\d+)"/g)].map(([, n]) => Number(n))
      const cells = count(row, /<w:tc>/g)
      expect(cells - spans.length + spans.reduce((a, b) => a + b, 0)).toBe(columns)
    }
  }
})

it('merges the cells of a group: one begins, those below go on', () => {
  const same = form(0, { indicators: [indicator(0), indicator(0), indicator(0)] })
  const rows = xmlOf(same)
    .split('<w:tr>')
    .filter((row) => row.includes('指标0'))
  expect(rows.map((row) => [count(row, /<w:vMerge w:val="restart"\/>/g), count(row, /<w:vMerge\/>/g)])).toEqual([
    [2, 0],
    [0, 2],
    [0, 2],
  ])
})

it('tears no row over pages, except one that fills a page by itself', () => {
  expect(count(xmlOf(form(3)), /<w:cantSplit\/>/g)).toBe(count(xmlOf(form(3)), /<w:tr>/g))
  const goals = { overall: null, annual: null, expected: '完成年度任务。'.repeat(900), actual: null }
  const long = xmlOf(form(3, { goals }))
  expect(count(long, /<w:tr>/g) - count(long, /<w:cantSplit\/>/g)).toBe(1)
})

it('turns the page where the next form is landscape, and begins every other form on a new one', () => {
  const department = { ...blankForm('department-self-evaluation'), layout: 'guangdong-department-self-evaluation' }
  const xml = xmlOf(form(1), form(1), department)
  expect([...xml.matchAll(/<w:pgSz w:w="(\d+)"/g)].map(([, width]) => width)).toEqual(['11906', '16838'])
  expect(count(xml, /<w:pageBreakBefore\/>/g)).toBe(1)
})

it('escapes markup and drops characters that make Word call a file damaged', () => {
  const project = { code: null, nature: null, category: null, start: null, end: null, purpose: null }
  const xml = xmlOf(form(1, { project: { ...project, name: 'A<B>&"C"\u0000\u0008\ud800\ufffe𬭎' } }))
  expect(xml).toContain('>A&lt;B&gt;&amp;&quot;C&quot;𬭎<')
})

it('makes the same bytes of the same forms', () => {
  expect(Buffer.concat([...writeDocx([form(2)])])).toEqual(Buffer.concat([...writeDocx([form(2)])]))
})

it('joins the tables of a form without a second line between them, and keeps both sides of the seam together', () => {
  const [first = '', second = ''] = xmlOf(form(80)).split('<w:tbl>').slice(1)
  const last = first.split('<w:tr>').at(-1)?.split('</w:tr>')[0] ?? ''
  expect(count(last, /<w:tcBorders><w:bottom w:val="nil"\/><\/w:tcBorders>/g)).toBe(count(last, /<w:tc>/g))
  expect(count(last, /<w:keepNext\/>/g)).toBe(count(last, /<w:p>/g))
  expect(first.split('</w:tbl>')[1]).toContain('<w:keepNext/><w:rPr><w:vanish/></w:rPr>')
  expect(second).not.toContain('<w:tcBorders>')
})

it('prints a title a little too long smaller, and makes the lines of a longer one alike', () => {
  const titled = (length: number): string => xmlOf(form(1, { title: '表'.repeat(length) })).split('<w:tbl>')[0] ?? ''
  expect(titled(27)).not.toMatch(/<w:sz |<w:ind /)
  expect(titled(30)).toContain('<w:sz w:val="32"/>')
  const [, side = 0] = /<w:ind w:left="(\d+)" w:right="\1"\/>/.exec(titled(40)) ?? []
  // 174 mm less both sides hold 21 signs of 18 points: two lines of 20.
  expect(Math.floor((9865 - 2 * Number(side)) / 360)).toBe(21)
})

it('leaves room for the goals of a blank form, and none where they are written', () => {
  const heights = (xml: string): readonly number[] =>
    [...xml.matchAll(/<w:trHeight w:val="(\d+)"/g)].map(([, height]) => Number(height))
  const blank = heights(xmlOf(form(0)))
  const written = heights(xmlOf(form(3)))
  expect(Math.max(...blank)).toBeGreaterThan(2 * Math.min(...blank))
  expect(new Set(written).size).toBe(1)
})
