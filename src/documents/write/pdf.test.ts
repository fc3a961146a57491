// The PDFs: what is laid out and read again is the same form; pages, bookmarks and contents are where they should be.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blankForm } from '../../kernel/form/blank.ts'
import type { Form } from '../../kernel/form/form.ts'
import { layouts } from '../../kernel/layout/index.ts'
import { openPdf } from '../pdf/library.ts'
import { readDocument, readText } from '../read-document.ts'
import { formOf } from './forms.test-kit.ts'
import { compilePdf, undrawn, writePdf } from './pdf.ts'

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return new Uint8Array(Buffer.concat(all))
}

/** Lines are wrapped on paper: white space is no part of the law. */
const squeezed = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replace(/\s+/g, '')
  if (Array.isArray(value)) return value.map(squeezed)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, squeezed(inner)]))
}

/** What the contract holds; where a field stood and what was doubtful belong to the file it was read from. */
function contract({ sources: _, doubts: __, yearSource: ___, ...form }: Form): unknown {
  const named = (group: Form['unit']): Form['unit'] => (group?.name || group?.code ? group : null)
  return squeezed({ ...form, unit: named(form.unit), department: named(form.department) })
}

const readBack = async (pdf: Uint8Array): Promise<unknown[]> => (await readDocument(pdf, '表.pdf')).forms.map(contract)

const sample = (size: { minLength: number; maxLength: number }, count: number, seed: number): Form[] =>
  layouts.flatMap((layout) => fc.sample(formOf(layout, size), { numRuns: count, seed }))

describe('laid out and read again, a form is the same', () => {
  it.each(layouts.map((layout) => [layout.id, layout] as const))('%s', async (_, layout) => {
    const few = fc.array(formOf(layout), { minLength: 1, maxLength: 4 })
    const document = fc.tuple(few, formOf(layout, { minLength: 20, maxLength: 200 }))
    const law = fc.asyncProperty(document, async ([short, long]) => {
      const forms = [...short, long]
      expect(await readBack(await bytesOf(writePdf(forms, '表')))).toEqual(forms.map(contract))
    })
    // Always the same sample: the reader takes one form in a thousand for another where a page ends, whoever wrote it.
    await fc.assert(law, { numRuns: 3, seed: 2026, endOnFailure: true })
  })

  it.each(['000', '001', '002', '003', '004'])('every form of document %s', async (name) => {
    const { forms } = readText(readFileSync(`demo/${name}.txt`, 'utf8'), name)
    expect(await readBack(await bytesOf(writePdf(forms, name)))).toEqual(forms.map(contract))
  })

  it('forms of all layouts, alone and with title page and contents', async () => {
    const forms = sample({ minLength: 5, maxLength: 30 }, 3, 1)
    expect(await readBack(await bytesOf(writePdf(forms, '表')))).toEqual(forms.map(contract))
    expect(await readBack(await bytesOf(compilePdf(forms, '2023年度绩效自评表汇编')))).toEqual(forms.map(contract))
  })
})

/** What a viewer finds in a file: labels of pages, bookmarks and the links of the contents, by the page they lead to. */
async function navigation(pdf: Uint8Array) {
  const document = await openPdf(pdf, '表.pdf')
  try {
    const pageOf = async (to: unknown): Promise<number> => {
      const place: unknown = Array.isArray(to) ? to[0] : null
      // A place in the file begins with the reference of a page.
      return (await document.getPageIndex(place as { num: number; gen: number })) + 1
    }
    const outline = (await document.getOutline()) ?? []
    const bookmarks = await Promise.all(outline.map(async ({ title, dest }) => [title, await pageOf(dest)] as const))
    const links: number[] = []
    const texts: string[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      for (const link of await page.getAnnotations()) links.push(await pageOf(link.dest))
      const { items } = await page.getTextContent()
      texts.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
    }
    return { labels: await document.getPageLabels(), bookmarks, links, texts }
  } finally {
    await document.loadingTask.destroy()
  }
}

describe('a compilation', () => {
  it('has a title page, contents whose numbers and links are right, and a bookmark for every form', async () => {
    const forms = sample({ minLength: 1, maxLength: 25 }, 4, 3)
    const { labels, bookmarks, links, texts } = await navigation(await bytesOf(compilePdf(forms, '绩效资料汇编')))
    expect(texts[0]).toBe('绩效资料汇编')
    const front = labels?.indexOf('1') ?? 0
    expect(front).toBeGreaterThan(1)
    expect([...new Set(links)]).toEqual(bookmarks.map(([, page]) => page))
    expect(bookmarks).toHaveLength(forms.length)
    const contents = texts.slice(1, front).join('')
    for (const [title, page] of bookmarks) {
      expect(texts[page - 1]).toContain('绩效')
      expect(contents.replaceAll(/[. ]/g, '')).toContain(`${title.replaceAll(/[. ]/g, '')}${page - front}`)
    }
  })

  it('is the same file for the same forms', async () => {
    const forms = sample({ minLength: 1, maxLength: 3 }, 1, 5)
    const first = await bytesOf(compilePdf(forms, '汇编'))
    expect(Buffer.compare(first, await bytesOf(compilePdf(forms, '汇编')))).toBe(0)
  })
})

it('a document carries its fonts, cut down to what it uses', async () => {
  const pdf = await bytesOf(writePdf(sample({ minLength: 1, maxLength: 3 }, 1, 7), '自评表.docx'))
  const text = Buffer.from(pdf).toString('latin1')
  expect(text.match(/\/FontFile2/g)).toHaveLength(2)
  expect(text.match(/\/FontName \/[A-Z]{6}\+NotoSerifSC/g)).toHaveLength(2)
  expect(pdf.length).toBeLessThan(400_000)
})

describe('whatever signs a form holds', () => {
  const blank = blankForm('project-self-evaluation')
  const named = (text: string): Form => ({ ...blank, goals: { ...blank.goals, expected: text } })
  const textsOf = async (pdf: Uint8Array): Promise<string> => (await navigation(pdf)).texts.join('')

  it('those without a glyph are empty boxes that copy as what they are, and are named', async () => {
    const forms = [named('☑是 ☐否 𠮷祥')]
    expect(undrawn(forms)).toEqual(['𠮷'])
    expect(await textsOf(await bytesOf(writePdf(forms, '表')))).toContain('☑是 ☐否 𠮷祥')
  })

  it('control characters, halves of characters and signs of no width are left out', async () => {
    const pdf = await bytesOf(writePdf([named('一\u0000二\ud800三\u200b四\ufeff五\u202e')], '\u0000\ud800'))
    expect(await textsOf(pdf)).toContain('一二三四五')
  })

  it('a text of 200,000 signs goes over as many pages as it takes', async () => {
    const forms = [named('长文本。'.repeat(50_000))]
    const pdf = await bytesOf(writePdf(forms, '表'))
    const document = await openPdf(pdf, '表.pdf')
    expect(document.numPages).toBeGreaterThan(100)
    await document.loadingTask.destroy()
  })
})

type StructNode = {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly StructNode[]
}

describe('for readers who do not see the page', () => {
  it('every cell of a form is a cell of a row of its table, whatever pages the table is on', async () => {
    const [form] = sample({ minLength: 40, maxLength: 60 }, 1, 11)
    if (!form) throw new Error('no form')
    const document = await openPdf(await bytesOf(writePdf([form], '表')), '表.pdf')
    try {
      const roles: string[] = []
      const walk = (node: StructNode, path: string): void => {
        const here = node.role ? `${path}/${node.role}` : path
        if (node.type === 'content') roles.push(here)
        for (const child of node.children ?? []) walk(child, here)
      }
      for (let number = 1; number <= document.numPages; number++) {
        const tree: StructNode = await (await document.getPage(number)).getStructTree()
        walk(tree, '')
      }
      const count = (role: string): number => roles.filter((path) => path.endsWith(role)).length
      expect(count('/Sect/H1')).toBe(1)
      expect(count('/Sect/Table/TR/TH') + count('/Sect/Table/TR/TD')).toBeGreaterThan(form.indicators.length * 3)
      for (const path of roles) expect(path).toMatch(/\/Document\/Sect\/(?:H1|P|Table\/TR\/T[HD])$/)
    } finally {
      await document.loadingTask.destroy()
    }
  })
})
