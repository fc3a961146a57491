// Comments of Word documents: at the very cell, beside those that are there, everything else untouched.
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { docxOf, type KitStyle, packed } from '../docx/docx.test-kit.ts'
import { openDocument } from '../open-document.ts'
import { fileOf, plain, sampleOf, textOf, wordsIn } from './annotate.test-kit.ts'
import { annotateDocx } from './docx.ts'
import type { Note } from './notes.ts'
import { byteText } from './tags.ts'
import { wordPlaces } from './word-places.ts'

const documentOf = (bytes: Uint8Array): string => textOf(unzipSync(bytes)['word/document.xml'])
const commentsOf = (bytes: Uint8Array) =>
  [...textOf(unzipSync(bytes)['word/comments.xml']).matchAll(/<w:comment ([^>]*)>(.*?)<\/w:comment>/gs)].map(
    ([, attributes = '', content = '']) => ({ id: /w:id="(\d+)"/.exec(attributes)?.[1], attributes, content }),
  )
const commented = (xml: string, id: string | undefined): string =>
  wordsIn(
    xml.slice(xml.indexOf(`<w:commentRangeStart w:id="${id}"/>`), xml.indexOf(`<w:commentRangeEnd w:id="${id}"/>`)),
  )

const noteAt = (cell: string): Note => ({
  severity: 'error',
  lines: ['【错误】第一行 & <第二>', '建议：改'],
  quote: null,
  places: [{ cell, text: '' }],
})

describe('a comment', () => {
  it('stands for every finding at the cell it is about', async () => {
    const { annotated, notes } = await sampleOf(fileOf('001-word.docx'))
    const xml = documentOf(annotated)
    const comments = commentsOf(annotated)
    expect(comments.map(({ content }) => wordsIn(content))).toEqual(notes.map((note) => note.lines.join('')))
    comments.forEach(({ id }, i) => {
      expect(plain(commented(xml, id))).toBe(plain(notes[i]?.places[0]?.text ?? ''))
      expect(xml.split(`<w:commentReference w:id="${id}"/>`)).toHaveLength(2)
    })
  })

  it('is signed and says severity, arithmetic, fix, basis and rule', async () => {
    const [first] = commentsOf((await sampleOf(fileOf('001-word.docx'))).annotated)
    expect(first?.attributes).toContain('w:author="衡绩"')
    expect(wordsIn(first?.content ?? '')).toMatch(/^【错误】.+建议：.+依据：.+（规则 [A-Z]\d\d）$/)
  })

  it('changes nothing else', async () => {
    const { annotated, bytes } = await sampleOf(fileOf('004-word.docx'))
    const [before, after] = [unzipSync(bytes), unzipSync(annotated)]
    const own = /<w:commentRange(?:Start|End) [^>]*\/>|<w:r><w:commentReference [^>]*\/><\/w:r>/g
    expect(documentOf(annotated).replace(own, '')).toBe(documentOf(bytes))
    const touched = ['word/document.xml', '[Content_Types].xml', 'word/_rels/document.xml.rels']
    for (const part of Object.keys(before)) if (!touched.includes(part)) expect(after[part]).toEqual(before[part])
    const added = Object.keys(after).filter((part) => !(part in before))
    expect(added).toEqual(['word/comments.xml'])
  })

  it('goes on counting where comments are', async () => {
    const first = annotateDocx(fileOf('000-word.docx'), '表', [noteAt('table 1, row 1, cell 2')])
    const second = annotateDocx(first, '表', [noteAt('table 1, row 2, cell 2'), noteAt('table 1, row 2, cell 4')])
    expect(commentsOf(second).map(({ id }) => id)).toEqual(['0', '1', '2'])
    expect(textOf(unzipSync(second)['word/comments.xml'])).toContain(
      textOf(unzipSync(first)['word/comments.xml']).replace('</w:comments>', ''),
    )
    expect(textOf(unzipSync(second)['word/_rels/document.xml.rels']).split('comments.xml')).toHaveLength(2)
  })

  it('leaves threads of comments as they are, with who answered and what is resolved', () => {
    const first = unzipSync(annotateDocx(fileOf('000-word.docx'), '表', [noteAt('table 1, row 1, cell 2')]))
    const extended = strToU8(
      '<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:commentEx w15:paraId="00000001" w15:done="1"/></w15:commentsEx>',
    )
    const bytes = zipSync({ ...first, 'word/commentsExtended.xml': extended })
    const after = unzipSync(annotateDocx(bytes, '表', [noteAt('table 1, row 1, cell 2')]))
    expect(after['word/commentsExtended.xml']).toEqual(extended)
    // Both comments reach over the same cell, the new one inside.
    expect(textOf(after['word/document.xml'])).toMatch(
      /<w:commentRangeStart w:id="1"\/><w:commentRangeStart w:id="0"\/>|<w:commentRangeStart w:id="0"\/><w:commentRangeStart w:id="1"\/>/,
    )
  })

  it('opens an empty paragraph, and makes the lists of parts there are none of', () => {
    const table =
      '<w:tbl><w:tr><w:tc><w:tcPr/><w:p/></w:tc><w:tc><w:p><w:r><w:t>二</w:t></w:r></w:p><w:p w:x="1"/></w:tc></w:tr></w:tbl>'
    const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${table}</w:body></w:document>`
    const annotated = annotateDocx(packed(xml), '表', [
      noteAt('table 1, row 1, cell 1'),
      noteAt('table 1, row 1, cell 2'),
    ])
    expect(documentOf(annotated)).toContain(
      '<w:p><w:commentRangeStart w:id="0"/><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>',
    )
    expect(documentOf(annotated)).toContain(
      '<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>二</w:t></w:r></w:p><w:p w:x="1"><w:commentRangeEnd w:id="1"/>',
    )
    expect(wordsIn(commentsOf(annotated)[0]?.content ?? '')).toBe('【错误】第一行 & <第二>建议：改')
    expect(textOf(unzipSync(annotated)['word/_rels/document.xml.rels'])).toContain('Target="/word/comments.xml"')
  })
})

describe('places are counted as the reader counts them', () => {
  const styles: readonly KitStyle[] = ['word', 'wps', 'wrapped', 'repeated']
  const cell = (row: number, col: number, rowSpan: number, colSpan: number, text: string) => ({
    ...{ row, col, rowSpan, colSpan, text },
  })
  const table = {
    columns: 4,
    rows: [
      [cell(0, 0, 2, 1, '左'), cell(0, 1, 1, 2, '中\n二行'), cell(0, 3, 1, 1, '右')],
      [cell(1, 1, 1, 1, '下'), cell(1, 2, 1, 2, '末')],
    ],
  }
  it.each(styles)('merged as %s', async (style) => expectSame(docxOf(['标题', table, '正文', table], style)))

  it.each(['000-word.docx', '001-word.docx', '004-word.docx'])('in %s', async (name) => expectSame(fileOf(name)))

  it('and never within a text box, which takes no comments', () => {
    const box = '<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>'
    const places = wordPlaces(`<w:body><w:p>${box}</w:p><w:p/></w:body>`)
    expect([...places.keys()]).toEqual(['paragraph 1', 'paragraph 3'])
  })
})

/** Every place the reader names is found, with the same words in it. */
async function expectSame(bytes: Uint8Array): Promise<void> {
  const { content } = await openDocument(bytes, '表')
  if (content.shape !== 'grid') throw new Error('no grid')
  const xml = byteText(strToU8(documentOf(bytes)))
  const places = wordPlaces(xml)
  for (const { source } of content.grid.rows.flat()) {
    if (source.cell === undefined) continue
    const place = places.get(source.cell)
    if (place === undefined) throw new Error(`${source.cell} is not found`)
    const words = wordsIn(Buffer.from(xml.slice(place.start, place.last.end), 'latin1').toString('utf8'))
    // Page numbers in a table of contents are not read.
    if (source.cell.startsWith('paragraph')) expect(plain(words)).toContain(plain(source.text))
    else expect([source.cell, plain(words)]).toEqual([source.cell, plain(source.text)])
  }
}

it('copies parts with their sizes behind them, and names in Chinese', () => {
  const bytes = zipSync({
    ...unzipSync(fileOf('000-word.docx')),
    'word/media/图.bin': [new Uint8Array(9), { level: 0 }],
  })
  const after = unzipSync(annotateDocx(bytes, '表', [noteAt('table 1, row 1, cell 2')]))
  expect(after['word/media/图.bin']).toEqual(new Uint8Array(9))
})
