// Whatever the kind of file: the copy holds every finding, reads the same as the file, and keeps its bytes.
import { expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'
import { fileOf, sampleOf, unnumbered } from './annotate.test-kit.ts'
import { annotateDocument } from './annotate-document.ts'

it.each([
  ...['000.txt', '001.txt', '002.txt', '003.txt', '004.txt', '000-word.docx', '001-word.docx', '004-word.docx'],
  ...['000-excel.xlsx', '004-excel.xlsx', '000.html', '000-gbk.html'],
  ...['000-chromium.pdf', '000-libreoffice.pdf', '000-typst.pdf'],
])('%s reads the same with its findings in it', async (name) => {
  const { forms, notes, annotated, bytes } = await sampleOf(fileOf(name))
  expect(notes.length).toBeGreaterThan(0)
  expect(annotated.length).toBeGreaterThan(bytes.length)
  expect(unnumbered((await readDocument(annotated, '表')).forms)).toEqual(unnumbered(forms))
})

it('a file without findings stays as it is', async () => {
  const bytes = fileOf('000-word.docx')
  expect(await annotateDocument(bytes, '表', [])).toEqual(bytes)
})

it.each([
  ['001-word97.doc', '另存为 docx'],
  ['000-excel.xls', '另存为 xlsx'],
])('%s takes no comments: what to do is said', async (name, advice) => {
  await expect(annotateDocument(fileOf(name), '报表', [])).rejects.toMatchObject({
    code: 'unknown-format',
    message: expect.stringMatching(new RegExp(`^报表：.*${advice}`)),
  })
})

it.each(['gb18030', 'utf-16le'])('lines of a text in %s stay as they are, findings below them', async (encoding) => {
  const text = new TextDecoder().decode(fileOf('001.txt'))
  const bytes = encoding === 'utf-16le' ? Buffer.from(`\ufeff${text}`, 'utf16le') : gbk(text)
  const { annotated, notes } = await sampleOf(bytes)
  const lines = new TextDecoder(encoding).decode(annotated).split('\n')
  expect(lines.filter((line) => !line.startsWith('〔衡绩批注〕')).join('\n')).toBe(text)
  const sentences = lines.flatMap((line) => /^〔衡绩批注〕.*?(【.*)$/.exec(line)?.[1] ?? [])
  expect(sentences.toSorted()).toEqual(notes.map((note) => note.lines.join('　')).toSorted())
  const place = lines.findIndex((line) => line.includes('规则 A09'))
  expect(lines[place - 1]).toBe('财政项目支出绩效自评表')
})

/** By trying every pair of bytes: slow, and independent of the encoder. */
function gbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const pairs = new Map<string, readonly number[]>()
  for (let lead = 0xfe; lead >= 0x81; lead--)
    for (let trail = 0xfe; trail >= 0x40; trail--) pairs.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  return Uint8Array.from([...text].flatMap((sign) => (sign < '\u0080' ? sign.charCodeAt(0) : (pairs.get(sign) ?? []))))
}

it('findings of a table between commas stand below it', async () => {
  const table = `财政项目支出绩效自评表,,,,\n（2023年度）,,,,\n项目名称,窗口服务,,,\n主管部门,某局,实施单位,某中心,\n一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,得分\n产出指标,数量指标,"窗口,数",≥5个,6个,90,95\n总分,,,,,100,99\n`
  const { annotated, bytes, forms } = await sampleOf(new TextEncoder().encode(table))
  expect(Buffer.compare(annotated.subarray(0, bytes.length), bytes)).toBe(0)
  const added = new TextDecoder().decode(annotated.subarray(bytes.length)).trim().split('\n')
  expect(added.find((line) => line.includes('G01'))).toMatch(/^"〔衡绩批注〕G6 “95”【错误】.*"$/)
  expect((await readDocument(annotated, '表')).forms).toEqual(forms)
})

it('a web page stays as it is but for the marks and the list', async () => {
  for (const name of ['000.html', '000-gbk.html']) {
    const { annotated, bytes, notes } = await sampleOf(fileOf(name))
    const page = Buffer.from(annotated).toString('latin1')
    const marks =
      /<button type="button" style="[^"]*" title="[^"]*">[^<]*<\/button>|<p>&#12308;&#34913;&#32489;[^<]*<\/p>\n/g
    expect(Buffer.from(page.replace(marks, ''), 'latin1')).toEqual(Buffer.from(bytes))
    expect(page.match(/<button/g)).toHaveLength(notes.length)
    // 内部用户公众号使用评价 ｜ 满意: the finding stands in the cell of the value.
    expect(new TextDecoder(name === '000.html' ? 'utf-8' : 'gb18030').decode(annotated)).toMatch(
      /内部用户公众号使用评价<\/td>\s*<td[^>]*><button [^>]*>[^<]*<\/button>满意|内部用户公众号使用评价<td[^>]*><button [^>]*>[^<]*<\/button>满意/,
    )
  }
})
