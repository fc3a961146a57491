// Comments of cells: where the findings are, beside those that are there, everything else untouched.
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { faultsIn } from '../office-file.test-kit.ts'
import { fileOf, sampleOf, textOf, wordsIn } from './annotate.test-kit.ts'
import type { Note } from './notes.ts'
import { annotateXlsx } from './xlsx.ts'

const noteAt = (cell: string, line: string): Note => ({
  severity: 'warning',
  lines: [line],
  quote: null,
  places: [{ cell, text: '' }],
})

const commentsIn = (xml: string): ReadonlyMap<string, string> =>
  new Map(
    [...xml.matchAll(/<comment ref="([A-Z]+\d+)" authorId="\d+">(.*?)<\/comment>/gs)].map(
      ([, cell = '', content = '']) => [cell, wordsIn(content)],
    ),
  )
const ROW = /<x:Row>(\d+)<\/x:Row><x:Column>(\d+)<\/x:Column>/g

describe('a comment', () => {
  it('stands at the cell of every finding, with a box at the same cell', async () => {
    const { annotated, notes } = await sampleOf(fileOf('000-excel.xlsx'))
    const parts = unzipSync(annotated)
    const sheets = [...textOf(parts['xl/workbook.xml']).matchAll(/<sheet [^>]*?name="([^"]+)"/g)].map(
      (found) => found[1],
    )
    sheets.forEach((name, i) => {
      const own = notes.filter((note) => note.places[0]?.cell?.startsWith(`${name}!`))
      const wanted = Map.groupBy(own, (note) => note.places[0]?.cell?.split('!')[1] ?? '')
      const found = commentsIn(textOf(parts[`xl/comments${i + 1}.xml`]))
      expect(Object.fromEntries(found)).toEqual(
        Object.fromEntries([...wanted].map(([cell, here]) => [cell, here.map((n) => n.lines.join('\n')).join('\n\n')])),
      )
      const boxes = [...textOf(parts[`xl/drawings/vmlDrawing${i + 1}.vml`]).matchAll(ROW)].map(
        ([, row, column]) => `${String.fromCharCode(65 + Number(column))}${Number(row) + 1}`,
      )
      expect(boxes).toEqual([...found.keys()])
    })
    expect(sheets).toHaveLength(5)
  })

  it('changes nothing of the sheets but the line that names its drawing', async () => {
    const { annotated, bytes } = await sampleOf(fileOf('004-excel.xlsx'))
    const [before, after] = [unzipSync(bytes), unzipSync(annotated)]
    for (const [part, content] of Object.entries(before)) {
      if (part === '[Content_Types].xml' || part.endsWith('.rels')) continue
      expect(textOf(after[part]).replace(/<legacyDrawing [^>]*\/>/, '')).toBe(textOf(content))
    }
    const types = textOf(after['[Content_Types].xml'])
    const added = Object.keys(after).filter((part) => !(part in before))
    for (const part of added.filter((part) => /^xl\/comments/.test(part)))
      expect(types).toContain(`PartName="/${part}"`)
    expect(types.match(/Extension="vml"/g)).toHaveLength(1)
  })

  it('comes behind the one a cell has, and beside those of other cells', () => {
    const sheet = '业务受理工作经费'
    const first = annotateXlsx(fileOf('000-excel.xlsx'), '表', [noteAt(`${sheet}!A1`, '人写的')])
    const second = annotateXlsx(first, '表', [noteAt(`${sheet}!A1`, '后写的'), noteAt(`${sheet}!F13`, '另一格')])
    const parts = unzipSync(second)
    const xml = textOf(parts['xl/comments1.xml'])
    expect([...commentsIn(xml)]).toEqual([
      ['A1', '人写的\n\n衡绩：\n后写的'],
      ['F13', '另一格'],
    ])
    expect(xml.match(/<author>/g)).toHaveLength(2)
    const drawing = textOf(parts['xl/drawings/vmlDrawing1.vml'])
    expect([...drawing.matchAll(ROW)].map(([, row, column]) => [row, column])).toEqual([
      ['0', '0'],
      ['12', '5'],
    ])
    const ids = [...drawing.matchAll(/<v:shape[ ][^>]*?id="(\w+)"/g)].map((found) => found[1])
    expect(new Set(ids).size).toBe(2)
    expect(textOf(parts['xl/worksheets/sheet1.xml']).match(/<legacyDrawing /g)).toHaveLength(1)
  })

  it('answers in the thread of a cell that has one, and leaves the thread as it is', () => {
    const sheet = '业务受理工作经费'
    const noted = unzipSync(annotateXlsx(fileOf('000-excel.xlsx'), '表', [noteAt(`${sheet}!A1`, '[Threaded comment]')]))
    const relations = 'xl/worksheets/_rels/sheet1.xml.rels'
    const kind = 'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment'
    const begun =
      '<threadedComment ref="A1" dT="2024-03-01T08:00:00.00" personId="{P}" id="{T}"><text>请核对</text></threadedComment>'
    const bytes = zipSync({
      ...noted,
      [relations]: strToU8(
        textOf(noted[relations]).replace(
          '</Relationships>',
          `<Relationship Id="rId77" Type="${kind}" Target="../threadedComments/threadedComment1.xml"/></Relationships>`,
        ),
      ),
      'xl/threadedComments/threadedComment1.xml': strToU8(
        `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">${begun}</ThreadedComments>`,
      ),
      '[Content_Types].xml': strToU8(
        textOf(noted['[Content_Types].xml']).replace(
          '</Types>',
          '<Override PartName="/xl/threadedComments/threadedComment1.xml" ContentType="application/vnd.ms-excel.threadedcomments+xml"/></Types>',
        ),
      ),
    })
    const annotated = annotateXlsx(bytes, '表', [
      noteAt(`${sheet}!A1`, '名称 < 40 字'),
      noteAt(`${sheet}!F13`, '另一格'),
    ])
    const parts = unzipSync(annotated)
    const thread = textOf(parts['xl/threadedComments/threadedComment1.xml'])
    expect(thread).toContain(begun)
    expect(thread.match(/ref="A1" personId="([^"]+)" id="[^"]+" parentId="\{T\}"><text>名称 &lt; 40 字</)?.[1]).toBe(
      /displayName="衡绩" id="([^"]+)"/.exec(textOf(parts['xl/persons/person.xml']))?.[1],
    )
    expect(thread).not.toContain('F13')
    expect(commentsIn(textOf(parts['xl/comments1.xml'])).get('F13')).toBe('另一格')
    expect(faultsIn(annotated).filter((fault) => !faultsIn(bytes).includes(fault))).toEqual([])
    const again = unzipSync(annotateXlsx(annotated, '表', [noteAt(`${sheet}!A1`, '再答')]))
    expect(textOf(again['xl/persons/person.xml']).match(/<person /g)).toHaveLength(1)
    expect(textOf(again['xl/threadedComments/threadedComment1.xml']).match(/parentId=/g)).toHaveLength(2)
  })

  it('names its drawing before the parts of the sheet that must follow', () => {
    const parts = unzipSync(fileOf('000-excel.xlsx'))
    const sheet = textOf(parts['xl/worksheets/sheet1.xml']).replace(
      '</worksheet>',
      '<tableParts count="0"/><extLst/></worksheet>',
    )
    const bytes = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(sheet) })
    const annotated = unzipSync(annotateXlsx(bytes, '表', [noteAt('业务受理工作经费!A1', '一')]))
    expect(textOf(annotated['xl/worksheets/sheet1.xml'])).toMatch(/<legacyDrawing [^>]*r:id="rId\d+"\/><tableParts/)
  })
})
