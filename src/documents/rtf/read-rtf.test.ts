// RTF as Word, WPS and old systems write it: Chinese in bytes or as Unicode signs, merged cells, parts nobody prints.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument, readText } from '../read-document.ts'
import { readRtf } from './read-rtf.ts'

const GBK: Readonly<Record<string, string>> = { 项: 'cfee', 目: 'c4bf', 名: 'c3fb', 称: 'b3c6', 产: 'b2fa', 出: 'b3f6' }
const inBytes = (text: string): string =>
  [...text].map((char) => (GBK[char] ?? '').replace(/../g, (hex) => `\\'${hex}`)).join('')
const unicode = (text: string): string =>
  [...text]
    .map((char) => (char.charCodeAt(0) < 128 ? char.replace(/[\\{}]/g, '\\$&') : `\\u${char.charCodeAt(0)}?`))
    .join('')

const HEAD = String.raw`{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 \'cb\'ce\'cc\'e5;}{\f1\fcharset0 Arial;}}{\stylesheet{\s0 Normal;}}`
const rowsOf = async (body: string): Promise<readonly (readonly string[])[]> =>
  (await readRtf(Buffer.from(`${HEAD}${body}}`, 'latin1'), '表.rtf')).grid.rows.map((row) =>
    row.map(({ text }) => text),
  )
const cells = (...texts: readonly string[]): string => texts.map((text) => `\\intbl ${text}\\cell`).join('')
const defined = (...rights: readonly (number | string)[]): string =>
  `\\trowd\\trleft0${rights.map((right) => (typeof right === 'number' ? `\\cellx${right}` : right)).join('')}`

describe('an RTF document', () => {
  it('holds Chinese as bytes of GBK or as Unicode signs with a substitute behind them', async () => {
    expect(await rowsOf(`\\pard ${inBytes('项目名称')}\\par\\pard ${unicode('绩效目标表，100%')}\\par`)).toEqual([
      ['项目名称'],
      ['绩效目标表，100%'],
    ])
  })

  it('passes over as many substitutes as the document says, bytes in hexadecimal among them', async () => {
    expect(await rowsOf(String.raw`\pard\uc2\u39033\'cf\'ee\u30446\'c4\'bf\uc0\u21517\par`)).toEqual([['项目名']])
  })

  it('loses no text to a number of substitutes that nobody can pass over', async () => {
    expect(await rowsOf(String.raw`\pard\uc-2\u39033 whole text\par`)).toEqual([['项whole text']])
  })

  it('has tables whose cells are merged across and down', async () => {
    const table = [
      `${defined('\\clvmgf\\cellx1000', 2000, 3000)}\\pard${cells('A', 'B', 'C')}\\row`,
      `${defined('\\clvmrg\\cellx1000', '\\clmgf\\cellx2000', '\\clmrg\\cellx3000')}\\pard${cells('', 'D', '')}\\row`,
      `${defined(1000, 3000)}\\pard${cells('E', 'F')}\\row`,
    ]
    expect(await rowsOf(`${table.join('\n')}\\pard after\\par`)).toEqual([
      ['A', 'B', 'C'],
      ['', 'D'],
      ['E', 'F', ''],
      ['after'],
    ])
  })

  it('takes paragraphs and breaks within a cell as lines, and a row told behind its cells', async () => {
    const row = `\\pard\\intbl one\\par two\\line three\\cell\\pard\\intbl x\\cell{${defined(1000, 2000)}\\row}`
    expect(await rowsOf(row)).toEqual([['one\ntwo\nthree', 'x']])
  })

  it('prints no hidden text, field codes, headers, pictures, unknown destinations and plain bytes', async () => {
    const body = String.raw`{\header no}{\*\unknown no}{\pict\bin4 }{{no}{\v no}{\field{\*\fldinst PAGE}{\fldrslt 5}} {\info{\author no}}yes\par`
    expect(await rowsOf(body)).toEqual([['5 yes']])
  })

  it('is no program: words that name parts of an object mean nothing', async () => {
    expect(await rowsOf(String.raw`\constructor1\toString\hasOwnProperty yes\par`)).toEqual([['yes']])
  })

  it('is read as far as it goes where it is cut off, and never breaks', async () => {
    const whole = `${HEAD}\\pard title\\par${defined(1000, 2000)}\\pard${cells('A', 'B')}\\row}`
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: whole.length }),
        fc.array(
          fc.tuple(
            fc.nat({ max: whole.length }),
            fc.constantFrom('{', '}', '\\', "\\'", '\\u-1', '\\bin9', '\\cellx', '\\itap99', '\u00ff'),
          ),
        ),
        async (end, changes) => {
          let text = whole.slice(0, end)
          for (const [at, sign] of changes) text = text.slice(0, at) + sign + text.slice(at)
          const { grid } = await readRtf(Buffer.from(text, 'latin1'), '表.rtf')
          expect(grid.rows.length).toBeLessThan(60)
        },
      ),
    )
  })

  it.each([
    [
      'a row of many cells, ended again and again',
      `${defined(...Array.from({ length: 60 }, (_, i) => i + 1))}`,
      '\\row',
    ],
    ['cells without end', '\\intbl ', '\\cell'],
    ['paragraphs without end', '\\pard ', '\\par'],
    ['rows in rows', '\\itap8 ', '\\nestcell\\nestrow'],
  ])('%s is refused before memory is full', async (_, begins, word) => {
    await expect(rowsOf(begins + word.repeat(1_000_000))).rejects.toThrow(
      '表.rtf：段落或表格单元格过多，请拆成几个文件后再试',
    )
  })

  it('has rows of the cells that were told last, however often they end', async () => {
    const rows = await rowsOf(`${defined(1000, 2000)}\\pard${cells('A', 'B')}\\row\\pard${cells('C', 'D')}\\row`)
    expect(rows).toEqual([
      ['A', 'B'],
      ['C', 'D'],
    ])
  })

  it('is recognised by its bytes, whatever its name, and its form is read', async () => {
    const { forms } = readText(
      [
        '项目支出绩效目标表',
        '（2024年度）',
        '项目名称\t设备检验经费',
        '主管部门\t云岭市市场局\t实施单位\t云岭市检验所',
        '项目资金（万元）\t年度资金总额\t45.00',
        '年度总体目标\t完成检验。',
        '一级指标\t二级指标\t三级指标\t指标值\t分值权重',
        '产出指标\t数量指标\t检验设备台数\t≥27台\t50',
        '效益指标\t社会效益指标\t事故起数\t≤1起\t40',
      ].join('\n'),
      'x',
    )
    const rows = [
      ['项目名称', '设备检验经费'],
      ['主管部门', '云岭市市场局', '实施单位', '云岭市检验所'],
      ['项目资金（万元）', '年度资金总额', '45.00'],
      ['年度总体目标', '完成检验。'],
      ['一级指标', '二级指标', '三级指标', '指标值', '分值权重'],
      ['产出指标', '数量指标', '检验设备台数', '≥27台', '50'],
      ['效益指标', '社会效益指标', '事故起数', '≤1起', '40'],
    ]
    const table = rows.map(
      (row) => `${defined(...row.map((_, i) => (i + 1) * 1500))}\\pard${cells(...row.map(unicode))}\\row\n`,
    )
    const title = ['项目支出绩效目标表', '（2024年度）'].map((line) => `\\pard ${unicode(line)}\\par\n`)
    const rtf = await readDocument(Buffer.from(`${HEAD}${title.join('')}${table.join('')}}`, 'latin1'), '导出.doc')
    const bare = (form: (typeof forms)[number] | undefined) => ({
      ...form,
      sources: null,
      doubts: null,
      yearSource: null,
    })
    expect(rtf.forms.map((form) => bare(form).indicators)).toEqual(forms.map((form) => bare(form).indicators))
    expect(rtf.forms[0]).toMatchObject({
      year: 2024,
      project: { name: '设备检验经费' },
      unit: { name: '云岭市检验所' },
    })
    expect(rtf.forms[0]?.sources?.['indicators[0].name']?.cell).toMatch(/^table 1, row 6, cell 3$/)
  })
})
