// Highlights of a PDF: over the cells, with the words; the file itself stays in front of what is added.
import { expect, it } from 'vitest'
import { openPdf } from '../pdf/library.ts'
import { fileOf, sampleOf } from './annotate.test-kit.ts'

type Annotation = { readonly subtype: string; readonly rect: readonly number[]; readonly contentsObj?: { str: string } }

async function annotationsOf(bytes: Uint8Array): Promise<readonly (readonly Annotation[])[]> {
  const document = await openPdf(bytes, '表')
  try {
    return await Promise.all(
      Array.from({ length: document.numPages }, async (_, i) => (await document.getPage(i + 1)).getAnnotations()),
    )
  } finally {
    await document.loadingTask.destroy()
  }
}

it.each(['000-chromium.pdf', '000-libreoffice.pdf', '000-typst.pdf'])('%s keeps its bytes', async (name) => {
  const { annotated, bytes } = await sampleOf(fileOf(name))
  expect(Buffer.compare(annotated.subarray(0, bytes.length), bytes)).toBe(0)
})

it('every finding is a note at the box of its cell', async () => {
  const { annotated, notes } = await sampleOf(fileOf('000-chromium.pdf'))
  const pages = await annotationsOf(annotated)
  const marks = pages.map((page) => page.filter(({ subtype }) => subtype === 'Highlight'))
  for (const { lines, places } of notes) {
    const { page = 0, box } = places[0] ?? {}
    if (box === undefined) throw new Error('no box')
    const here = marks[page - 1]?.find(({ contentsObj }) => contentsObj?.str.includes(lines.join('\n')))
    // A4: the PDF counts from the bottom, the reader from the top.
    const wanted = [box.x, 841.9 - box.y - box.height, box.x + box.width, 841.9 - box.y]
    here?.rect.forEach((edge, i) => void expect(Math.abs(edge - (wanted[i] ?? 0))).toBeLessThan(1.5))
    expect(here?.rect).toHaveLength(4)
  }
})
