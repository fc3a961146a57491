import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputProblem } from '../input-problem.ts'
import { readHtml } from './read-html.ts'

const rowsOf = async (page: string) => {
  const { grid } = await readHtml(new TextEncoder().encode(page), '页.html')
  return grid.rows.map((row) => row.map((cell) => cell.text))
}

describe('paragraphs are what a browser shows on a line of its own', () => {
  it.each([
    [
      'blocks and breaks',
      '<h1>表题</h1>（2024年度）<br>单位：万元<div>甲</div>',
      ['表题', '（2024年度）', '单位：万元', '甲'],
    ],
    ['Chinese goes on over a line break of the source', '<p>绩效\n   目标</p>', ['绩效目标']],
    ['Latin words keep a blank there', '<p>annual\n   budget</p>', ['annual budget']],
    ['so do words in different tags', '<p><b>annual</b>\n<i>budget</i></p>', ['annual budget']],
    [
      'line breaks count where the style says so',
      '<pre>一\n二</pre><p style="white-space: pre-line">三\n四</p>',
      ['一\n二', '三\n四'],
    ],
    [
      'no scripts, styles and hidden parts',
      '<style>p{}</style><script>x</script><p hidden>密</p><p style="DISPLAY: none">密</p>甲',
      ['甲'],
    ],
    [
      'what the fields of an online form show',
      '<p><input value="50.00"> <input type=checkbox checked>是 <input type=radio>否 <input type=hidden value=7> <select><option>优<option selected>良</select></p>',
      ['50.00 ☑是 □否  良'],
    ],
    ['entities', '<p>&ge;90&#37;&nbsp;&lt;5</p>', ['≥90%\u00a0<5']],
  ])('%s', async (_, page, lines) => {
    expect((await rowsOf(page)).flat()).toEqual(lines)
  })
})

describe('tables', () => {
  it('stand in their columns, whatever spans rows and columns', async () => {
    const page = `<table><thead><tr><th colspan=2>甲<th rowspan=3>乙</thead>
      <tr><td rowspan=2>一<td>二<tr><td>三<tr><td>四<td><p>五</p><p>六</p><td>七</table>`
    expect(await rowsOf(page)).toEqual([
      ['甲', '', '乙'],
      ['一', '二'],
      ['', '三'],
      ['四', '五\n六', '七'],
    ])
  })

  it('span the rest of the table with rowspan=0, and no more columns than a page can have', async () => {
    expect(await rowsOf('<table><tr><td rowspan=0>甲<td>乙<tr><td>丙<tr><td>丁</table>')).toEqual([
      ['甲', '乙'],
      ['', '丙'],
      ['', '丁'],
    ])
    const wide = await rowsOf('<table><tr><td colspan=99999999>甲<td>乙<tr><td>丙<td>丁</table>')
    expect(wide[0]?.length).toBeLessThanOrEqual(201)
  })

  it('that arrange a page are none: the form inside is read row by row', async () => {
    const form = `<table>${'<tr><td>项目名称<td>窗口服务'.repeat(4)}</table>`
    const rows = await rowsOf(`<table><tr><td>首页<td><table><tr><td><p>表题</p>${form}</table></table>`)
    expect(rows).toEqual([['首页'], ['表题'], ...Array.from({ length: 4 }, () => ['项目名称', '窗口服务'])])
  })

  it('are known by number, row and cell', async () => {
    const { grid } = await readHtml(new TextEncoder().encode('<p>题<table><tr><td>甲<td>乙</table>'), '页')
    expect(grid.rows.flat().map((cell) => cell.source)).toEqual([
      { line: 1, cell: 'paragraph 1', text: '题' },
      { line: 2, cell: 'table 1, row 1, cell 1', text: '甲' },
      { line: 2, cell: 'table 1, row 1, cell 2', text: '乙' },
    ])
    expect(grid.tables).toEqual([null, 1])
  })

  it('come back cell by cell, however spans are laid out', async () => {
    const spans = fc.array(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), { maxLength: 5 }),
      { maxLength: 6 },
    )
    await fc.assert(
      fc.asyncProperty(spans, async (rows) => {
        const page = rows.map(
          (cells, r) =>
            `<tr>${cells.map(([cols, down], c) => `<td colspan=${cols} rowspan=${down}>${r}.${c}`).join('')}`,
        )
        const texts = (await rowsOf(`<table><tr><td>a<td>b${page.join('')}</table>`))
          .slice(1)
          .map((row) => row.filter(Boolean))
        expect(texts).toEqual(rows.map((cells, r) => cells.map((_, c) => `${r}.${c}`)))
      }),
    )
  })
})

describe('the bytes of a page', () => {
  // 目标 in GBK
  const gbk = (label: string) =>
    Buffer.concat([
      Buffer.from(`<meta http-equiv=Content-Type content="text/html; charset=${label}"><p>`),
      Buffer.from('c4bfb1ea', 'hex'),
    ])
  const textOf = async (bytes: Uint8Array) => (await readHtml(bytes, '页')).grid.rows[0]?.[0]?.text
  it.each([
    ['in the encoding it names', gbk('gb2312')],
    ['in another than it names', gbk('utf-8')],
    ['with an encoding nobody knows', gbk('x-unknown')],
    ['in UTF-16 with its mark', Buffer.from('\ufeff<meta charset=utf-16><p>目标', 'utf16le')],
    ['in UTF-8 with its mark', Buffer.from('\ufeff<meta charset=gbk><p>目标')],
  ])('%s', async (_, bytes) => {
    expect(await textOf(bytes)).toBe('目标')
  })

  it.each([
    ['nested without end', '<div>'.repeat(100_000), 'not-readable'],
    ['nested without end in tables', '<table><tr><td>'.repeat(100_000), 'not-readable'],
    ['of 9 MB', ' '.repeat(9 * 1024 * 1024), 'too-large'],
    ['with ten million cells', `<table>${'<tr><td colspan=199><td>'.repeat(60_000)}</table>`, 'too-large'],
  ])('a page %s is refused', async (_, page, code) => {
    const problem = await rowsOf(page).catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(InputProblem)
    expect(problem).toMatchObject({ code })
  })
})
