// Documents of headings, paragraphs and tables: what is given is on the pages, and the pages can be found.
import { expect, it } from 'vitest'
import { openPdf } from '../pdf/library.ts'
import { type PageBlock, writePdfPages } from './pdf-pages.ts'

type Read = { readonly texts: readonly string[]; readonly bookmarks: unknown; readonly links: number }

async function read(blocks: readonly PageBlock[], contents = false): Promise<Read> {
  const pieces: Uint8Array[] = []
  for await (const piece of writePdfPages(blocks, { title: '核查报告', contents })) pieces.push(piece)
  const document = await openPdf(new Uint8Array(Buffer.concat(pieces)), '报告.pdf')
  try {
    const texts: string[] = []
    let links = 0
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      links += (await page.getAnnotations()).length
      const { items } = await page.getTextContent()
      texts.push(items.map((item) => ('str' in item ? item.str.replaceAll(' ', '') : '')).join(''))
    }
    const outline = (await document.getOutline()) ?? []
    return { texts, links, bookmarks: outline.map(({ title, items }) => [title, items.map((item) => item.title)]) }
  } finally {
    await document.loadingTask.destroy()
  }
}

const rows = (count: number): string[][] => Array.from({ length: count }, (_, i) => [`第${i + 1}项`, `${i}.50`])

it('prints headings, paragraphs and tables in their order, with a number on every page', async () => {
  const { texts } = await read([
    { kind: 'title', text: '2024年度核查报告' },
    { kind: 'heading', level: 1, text: '一、总体情况' },
    { kind: 'paragraph', text: '共核查56个项目，发现问题137处。\n详见附表。' },
    { kind: 'table', widths: [1, 1], rows: [['项目', '得分'], ...rows(2)] },
  ])
  expect(texts).toEqual([
    '2024年度核查报告一、总体情况共核查56个项目，发现问题137处。详见附表。项目得分第1项0.50第2项1.50—1—',
  ])
})

it('prints the headings of a table on every page, and every row once', async () => {
  const { texts } = await read([{ kind: 'table', widths: [2, 1], rows: [['项目', '得分'], ...rows(100)] }])
  expect(texts.length).toBeGreaterThan(2)
  for (const text of texts) expect(text).toMatch(/^项目得分/)
  expect(texts.join('').match(/第\d+项/g)).toEqual(rows(100).map(([name]) => name))
})

it('prints the text of a cell over several rows again on the page its rows go on', async () => {
  const own = rows(60).map(([name = '']) => [name])
  const group = own.map((row, i) => (i === 0 ? [{ text: '数量指标', rows: own.length }, ...row] : row))
  const { texts } = await read([{ kind: 'table', widths: [1, 1], rows: [['类', '项目'], ...group] }])
  expect(texts).toHaveLength(2)
  for (const text of texts) expect(text.match(/数量指标/g)).toHaveLength(1)
})

it('has bookmarks by level, and contents that name every heading and lead to it', async () => {
  const heading = (level: 1 | 2, text: string): PageBlock => ({ kind: 'heading', level, text })
  const blocks = [heading(1, '一、总体'), heading(2, '（一）范围'), heading(1, '二、问题')]
  const { texts, bookmarks, links } = await read(blocks, true)
  expect(bookmarks).toEqual([
    ['一、总体', ['（一）范围']],
    ['二、问题', []],
  ])
  expect(links).toBe(3)
  expect(texts[0]).toBe('核查报告')
  expect(texts[1]?.replaceAll(/[. ]/g, '')).toBe('目录一、总体1（一）范围1二、问题1—I—')
})

it('leaves no heading alone at the foot of a page', async () => {
  const filler = Array.from({ length: 36 }, (): PageBlock => ({ kind: 'paragraph', text: '正文。' }))
  for (let count = 32; count < filler.length; count++) {
    const { texts } = await read([
      ...filler.slice(0, count),
      { kind: 'heading', level: 1, text: '结论' },
      { kind: 'paragraph', text: '可用。' },
    ])
    const page = texts.find((text) => text.includes('结论'))
    expect(page, String(count)).toContain('可用')
  }
})
