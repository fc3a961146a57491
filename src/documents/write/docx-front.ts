// Title page and contents of a Word document: entries lead to their forms, and the office program can count them anew.
import { fieldMark, sectionBreak } from './docx-parts.ts'
import { xmlText } from './xml.ts'

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`
const instruction = (text: string): string => `<w:r><w:instrText xml:space="preserve"> ${text} </w:instrText></w:r>`
const styled = (style: string, runs: string): string => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs}</w:p>`
const anchor = (index: number): string => `_Toc${100000001 + index}`

/** Both sections of the front: the cover without a number, the contents in roman figures. */
export function frontXml(title: string, entries: readonly string[], numbers: readonly number[] | null): string {
  // Entries are made from the marks beside the titles: many forms have the same title.
  const opening = fieldMark('begin') + instruction('TOC \\h \\z \\f f') + fieldMark('separate')
  const lines = entries.map((name, i) => {
    const page = numbers?.[i] ?? null
    const number =
      fieldMark('begin') +
      instruction(`PAGEREF ${anchor(i)} \\h`) +
      `${fieldMark('separate')}${run(page === null ? '' : String(page))}${fieldMark('end')}`
    const link = `<w:hyperlink w:anchor="${anchor(i)}" w:history="1">${run(name)}<w:r><w:tab/></w:r>${number}</w:hyperlink>`
    return styled('Contents', (i === 0 ? opening : '') + link)
  })
  const closing = entries.length === 0 ? '' : `<w:p>${fieldMark('end')}</w:p>`
  return [
    styled('BookTitle', run(title)),
    sectionBreak('portrait', 'cover'),
    styled('ContentsTitle', run('目　录')),
    ...lines,
    closing,
    sectionBreak('portrait', 'roman'),
  ].join('')
}

/** What makes a form's title a place of the contents: a bookmark, and the words of its entry, hidden. */
export function entryMark(index: number, name: string): string {
  const words = xmlText(name).replaceAll('&quot;', '')
  return (
    `<w:bookmarkStart w:id="${index}" w:name="${anchor(index)}"/><w:bookmarkEnd w:id="${index}"/>` +
    fieldMark('begin') +
    instruction(`TC &quot;${words}&quot; \\f f \\l 1`) +
    fieldMark('end')
  )
}
