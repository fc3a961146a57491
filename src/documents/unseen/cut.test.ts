// Forms of unknown layouts with pages missing: what is left is read as what it is, or left out; never under other headings.
import { describe, expect, it } from 'vitest'
import { compareForms } from '../../../test/compare-forms.ts'
import type { Form } from '../../kernel/form/form.ts'
import type { KitBlock } from '../docx/docx.test-kit.ts'
import { InputProblem } from '../input-problem.ts'
import { readDocument } from '../read-document.ts'
import { type PaperFormat, papers } from './paper.test-kit.ts'
import { type Paper, printed, templateNames } from './templates.test-kit.ts'

const heightOf = (block: KitBlock): number => (typeof block === 'object' && 'rows' in block ? block.rows.length : 1)

/** The paper from one share of its height to another; cells merged over the cut end there. */
function piece({ blocks }: Paper, from: number, to: number): Paper {
  const height = blocks.reduce((sum, block) => sum + heightOf(block), 0)
  const [first, end] = [Math.floor(height * from), Math.ceil(height * to)]
  let top = 0
  return {
    blocks: blocks.flatMap((block): KitBlock[] => {
      const at = top
      top += heightOf(block)
      if (typeof block === 'string' || !('rows' in block)) return at >= first && at < end ? [block] : []
      const rows = block.rows.slice(Math.max(0, first - at), Math.max(0, end - at))
      const own = rows.map((cells, r) =>
        cells.map((cell) => ({ ...cell, row: r, rowSpan: Math.min(cell.rowSpan, rows.length - r) })),
      )
      return rows.length === 0 ? [] : [{ ...block, rows: own }]
    }),
  }
}

async function readPiece(name: string, format: PaperFormat, from: number, to: number) {
  const { paper, truth } = printed(name, 7)
  try {
    const { forms } = await readDocument(await papers[format](piece(paper, from, to)), `${name}.${format}`)
    const wrong = compareForms({ forms: [truth] }, forms).wrong.filter(
      ({ found }) => found !== null && found !== 'blank',
    )
    return { forms, wrong: wrong.filter(({ field, found }) => field.startsWith('indicators') && found !== undefined) }
  } catch (error) {
    // A piece with nothing of a form in it is refused.
    if (error instanceof InputProblem) return { forms: [], wrong: [] }
    throw error
  }
}

describe.each(['html', 'docx', 'xlsx', 'tabs.txt'] as const)('in %s', (format) => {
  it.each(templateNames)('%s without its first or last page holds no wrong indicator', async (name) => {
    for (const [from, to] of [
      [0.15, 1],
      [0.35, 1],
      [0.6, 1],
      [0, 0.75],
      [0, 0.5],
    ] as const)
      expect((await readPiece(name, format, from, to)).wrong, `${from} … ${to}`).toEqual([])
  })
})

const only = ({ forms }: { readonly forms: readonly Form[] }): Form | undefined => forms[0]

it('lists the rows whose headings are missing, and says why', async () => {
  const form = only(await readPiece('henan-self-evaluation', 'html', 0.6, 1))
  expect(form?.indicators).toEqual([])
  expect(form?.doubts).toContainEqual(
    expect.objectContaining({ path: 'indicators', message: expect.stringMatching('表头') }),
  )
  expect(form?.notRead?.length).toBeGreaterThan(5)
})

it.each([
  ['shandong-self-evaluation', 'project-self-evaluation'],
  ['guizhou-self-evaluation', 'project-self-evaluation'],
  ['department-self-evaluation', 'department-self-evaluation'],
  ['department-target', 'department-target'],
])('%s without its title is known by what it prints', async (name, kind) => {
  expect(only(await readPiece(name, 'html', 0.15, 1))?.kind).toBe(kind)
})
