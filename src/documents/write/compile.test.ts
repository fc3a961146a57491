// Compilations: whatever the file, every entry of the contents leads to its form, and the forms read the same.
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { compareForms } from '../../../test/compare-forms.ts'
import type { Form } from '../../kernel/form/form.ts'
import { layouts } from '../../kernel/layout/index.ts'
import { readDocument } from '../read-document.ts'
import { type Compile, compilations } from './compile.ts'
import { bookDocx } from './docx.ts'
import { formOf } from './forms.test-kit.ts'
import { pageNumbers } from './pdf.ts'

const forms: readonly Form[] = layouts.flatMap((layout) =>
  fc.sample(formOf(layout, { minLength: 1, maxLength: 30 }), { numRuns: 2, seed: 11 }),
)

const compiled = async (compile: Compile): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = []
  for await (const piece of compile(forms, '绩效资料汇编')) pieces.push(piece)
  return new Uint8Array(Buffer.concat(pieces))
}
const partOf = (docx: Uint8Array, name: string): string => strFromU8(unzipSync(docx)[name] ?? new Uint8Array(0))
const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((found) => found[1] ?? '')

it.each(Object.entries(compilations))('reads the same as %s', async (ending, compile) => {
  const read = await readDocument(await compiled(compile), `汇编.${ending}`)
  expect(compareForms({ forms }, read.forms).wrong).toEqual([])
})

it('has in Word an entry for every form, with the page the form begins on, and a bookmark it leads to', async () => {
  const docx = await compiled(compilations.docx)
  const xml = partOf(docx, 'word/document.xml')
  const anchors = all(xml, /<w:hyperlink w:anchor="([^"]+)"/g)
  expect(anchors).toHaveLength(forms.length)
  expect(all(xml, /<w:bookmarkStart [^>]*w:name="([^"]+)"/g)).toEqual(anchors)
  const numbers = all(xml, /PAGEREF .*?fldCharType="separate"\/><\/w:r><w:r><w:t[^>]*>(\d*)</g)
  expect(numbers).toEqual((await pageNumbers(forms)).map(String))
  expect(partOf(docx, 'word/settings.xml')).not.toContain('updateFields')
})

it('counts the pages of a Word document from 1 behind title page and contents', async () => {
  const xml = partOf(await compiled(compilations.docx), 'word/document.xml')
  const sections = all(xml, /<w:sectPr>(.*?)<\/w:sectPr>/g)
  expect(sections[0]).not.toContain('footerReference')
  expect(sections[1]).toContain('<w:pgNumType w:fmt="upperRoman" w:start="1"/>')
  expect(
    sections
      .slice(2)
      .map((section) => section.includes('w:start="1"'))
      .indexOf(true),
  ).toBe(0)
  expect(sections.slice(3).join('')).not.toContain('pgNumType')
})

it('asks the office program to count where pages cannot be laid out here', () => {
  const docx = new Uint8Array(Buffer.concat([...bookDocx(forms, '汇编', null)]))
  expect(partOf(docx, 'word/settings.xml')).toContain('<w:updateFields w:val="true"/>')
})

it('has on a web page a link for every form, and a place it leads to', async () => {
  const html = Buffer.from(await compiled(compilations.html)).toString()
  const links = all(html, /<li><a href="#([^"]+)"/g)
  expect(links).toHaveLength(forms.length)
  expect(all(html, /<section id="([^"]+)"/g)).toEqual(links)
})
