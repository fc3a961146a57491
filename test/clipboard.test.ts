// What office programs put on the clipboard, read by the editor in a real browser: the shapes are those of the programs,
// down to their conditional comments.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { transformWithOxc } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'

const source = join(import.meta.dirname, '..', 'src', 'web', 'editor', 'table-block.ts')
let browser: Browser
let page: Page

beforeAll(async () => {
  const { code } = await transformWithOxc(readFileSync(source, 'utf8'), source)
  browser = await openBrowser()
  page = await browser.newPage()
  await page.addScriptTag({ type: 'module', content: `${code}\nglobalThis.read = blockOfHtml` })
})
afterAll(() => browser?.close())

const read = (html: string) =>
  page.evaluate(
    (text) => (globalThis as unknown as { read: (html: string) => unknown }).read(text), // put there above
    html,
  )

const office = (program: 'Word.Document' | 'Excel.Sheet', body: string) =>
  `<html xmlns:v="urn:schemas-microsoft-com:vml"\r\nxmlns:o="urn:schemas-microsoft-com:office:office"\r\nxmlns="http://www.w3.org/TR/REC-html40">\r\n\r\n<head>\r\n<meta http-equiv=Content-Type content="text/html; charset=utf-8">\r\n<meta name=ProgId content=${program}>\r\n<!--[if gte mso 9]><xml>\r\n <w:WordDocument>\r\n  <w:View>Normal</w:View>\r\n </w:WordDocument>\r\n</xml><![endif]-->\r\n<style>\r\n<!--\r\n /* Style Definitions */\r\n p.MsoNormal, li.MsoNormal\r\n\t{mso-style-unhide:no;}\r\n-->\r\n</style>\r\n<!--[if gte mso 10]>\r\n<style>\r\n table.MsoNormalTable\r\n\t{mso-style-name:普通表格;}\r\n</style>\r\n<![endif]-->\r\n</head>\r\n\r\n<body lang=ZH-CN style='tab-interval:21.0pt'>\r\n<!--StartFragment-->${body}<!--EndFragment-->\r\n</body>\r\n\r\n</html>`

const chinese = `font-family:宋体;mso-ascii-font-family:Calibri;\r\n  mso-hansi-font-family:Calibri`
const run = (text: string) => `<span style='${chinese}'>${text}</span>`
const latin = (text: string) => `<span\r\n  lang=EN-US>${text}</span>`
const end = '<span lang=EN-US><o:p></o:p></span>'
const p = (inner: string) => `\r\n  <p class=MsoNormal>${inner}${end}</p>\r\n  `
const word = (inner: string, spans = '') =>
  `\r\n  <td width=92${spans} valign=top style='width:69.15pt;border:solid windowtext 1.0pt;\r\n  mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm 5.4pt'>${inner}</td>`

it('Word: runs, paragraphs, line breaks, merged cells and the row that only rules the columns', async () => {
  const body = `\r\n\r\n<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0\r\n style='border-collapse:collapse;border:none'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>${word(p(run('产出指标')), ' rowspan=2')}${word(p(run('数量') + run('指标')))}${word(p(`${latin('≥')}${latin('30.00')}${run('万份')}`))}
 </tr>
 <tr style='mso-yfti-irow:1'>${word(p(run('质量指标')))}${word(p(run('合格率达到')) + p(`${latin('95%')}${run('以上')}`))}
 </tr>
 <tr style='mso-yfti-irow:2;mso-yfti-lastrow:yes'>${word(p(`${run('第一行')}${latin('<br>')}${run('第二行')}`), ' colspan=2')}${word(p(latin('<o:p>&nbsp;</o:p>')))}
 </tr>
 <![if !supportMisalignedColumns]>
 <tr height=0>
  <td width=92 style='border:none'></td>
  <td width=92 style='border:none'></td>
  <td width=92 style='border:none'></td>
 </tr>
 <![endif]>
</table>\r\n\r\n<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>\r\n\r\n`
  expect(await read(office('Word.Document', body))).toEqual([
    ['产出指标', '数量指标', '≥30.00万份'],
    [null, '质量指标', '合格率达到\n95%以上'],
    ['第一行\n第二行', null, ''],
  ])
})

it('Word: a line wrapped in the source breaks no Chinese sentence and parts no English words', async () => {
  const body = `<table><tr>${word(p(run('完成专项宣传\r\n  工作，')) + p(latin('annual\r\n  report')))}</tr></table>`
  expect(await read(office('Word.Document', body))).toEqual([['完成专项宣传工作，\nannual report']])
})

it('Word: struck-out words, hidden words and the marks of comments are not read; a numbered list keeps its numbers', async () => {
  const struck = `<del cite="mailto:a" datetime="2024-03-01T09:00">${run('原来的')}</del><ins cite="mailto:a">${run('改后的')}</ins>`
  const mark = `<span class=MsoCommentReference><span lang=EN-US style='font-size:10.5pt'><a class=msocomanchor id="_anchor_1" href="#_msocom_1">[U1]</a></span><span lang=EN-US style='mso-special-character:comment'>&nbsp;<a>[U1]</a></span></span>`
  const hidden = `<span lang=EN-US style='display:none;mso-hide:all'>hidden</span>`
  const list = `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>${latin(`<span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span>`)}<![endif]>${run('印制')}</p>`
  const body = `<table><tr>${word(p(struck + hidden))}${word(p(run('目标') + mark))}${word(list)}</tr></table>`
  const [row] = (await read(office('Word.Document', body))) as string[][] // one row was given
  expect(row).toEqual(['改后的', '目标', expect.stringMatching(/^1\.\s+印制$/)])
})

it('Word: several tables of one form stand below each other, a table within a cell is text of it', async () => {
  const inner = '<table><tr><td>甲</td><td>乙</td></tr></table>'
  const body = `<p class=MsoNormal>${run('绩效自评表')}</p><table><tr><td>项目名称</td><td>宣传费</td></tr></table><p>　</p><table><tr><td>${inner}</td></tr></table>`
  expect(await read(office('Word.Document', body))).toEqual([
    ['项目名称', '宣传费'],
    [expect.stringMatching(/甲\s*乙/)],
  ])
})

it('WPS 文字: fonts within spans, quoted spacing', async () => {
  const cell = (text: string, spans = '') =>
    `<td width="142"${spans} valign="top" style="width:85.2000pt;padding:0.0000pt 5.4000pt;border:1.0000pt solid windowtext;"><p class=MsoNormal ><span style="mso-spacerun:'yes';font-family:宋体;mso-ascii-font-family:Calibri;font-size:10.5000pt;" ><font face="宋体" >${text}</font></span><span style="mso-spacerun:'yes';font-family:宋体;font-size:10.5000pt;" ><o:p></o:p></span></p></td>`
  const body = `<table class="MsoTableGrid"  border="1"  cellspacing="0"  style="border-collapse:collapse;" ><tr>${cell('效益指标', ' rowspan="2"')}${cell('社会效益')}</tr><tr>${cell('知晓率&nbsp;≥90%')}</tr></table>`
  expect(await read(office('Word.Document', body))).toEqual([
    ['效益指标', '社会效益'],
    [null, '知晓率 ≥90%'],
  ])
})

it('Excel and WPS 表格: what is shown, not the number behind it; breaks in cells; rows of no height', async () => {
  const body = `<table border=0 cellpadding=0 cellspacing=0 width=288 style='border-collapse:\r\n collapse;width:216pt'>
<col width=72 span=4 style='width:54pt'>
 <tr height=19 style='height:14.25pt'>
  <td height=38 class=xl66 width=72 rowspan=2 style='height:28.5pt;width:54pt'>年度资金<br>\r\n    总额</td>
  <td class=xl67 width=72 style='width:54pt' align=right x:num="1234.5"><span style='mso-spacerun:yes'>&nbsp;</span>1,234.50<span style='mso-spacerun:yes'>&nbsp;</span></td>
  <td colspan=2 class=xl68 x:str>执行率</td>
 </tr>
 <tr height=19>
  <td class=xl67 align=right x:num="0.9960822">99.61%</td>
  <td class=xl67 x:str="'001">001</td>
  <td class=xl67>　</td>
 </tr>
 <![if supportMisalignedColumns]>
 <tr height=0 style='display:none'>
  <td width=72 style='width:54pt'></td>
 </tr>
 <![endif]>
</table>`
  expect(await read(office('Excel.Sheet', body))).toEqual([
    ['年度资金\n总额', '1,234.50', '执行率', null],
    [null, '99.61%', '001', ''],
  ])
})

it('what holds no table is none', async () => {
  expect(await read(office('Word.Document', p(run('只有一段文字'))))).toBeNull()
  expect(await read('')).toBeNull()
})
