// PDF files that are locked, broken, cut or pictures only: refused or read in part, never anything else.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InputProblem } from '../input-problem.ts'
import { drawTable, page, pdf } from './pdf.test-kit.ts'
import { readPdfGrid } from './read-pdf.ts'

const XS = [50, 120, 190, 340]
const YS = [100, 120, 140, 160]
const ROWS = [
  ['一级指标', '二级指标', '三级指标'],
  ['产出指标', '数量指标', '宣传次数'],
  ['效益指标', '社会效益指标', '宣传覆盖率'],
]
const tablePage = page((c) =>
  drawTable(
    c,
    XS,
    YS,
    ROWS.flatMap((row, r) => row.map((text, column) => ({ row: r, column, text }))),
  ),
)
const wholeTable = pdf([tablePage])

describe('a PDF that cannot be read', () => {
  const problem = async (bytes: Uint8Array): Promise<unknown> => {
    try {
      return await readPdfGrid(bytes, '报表.pdf')
    } catch (error) {
      return error
    }
  }
  const secret = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> /P -4 >> /ID [<${'43'.repeat(16)}> <${'43'.repeat(16)}>]`

  it.each([
    ['not-readable', 'pictures of pages', pdf([page((c) => c.raw('q 500 0 0 700 40 40 cm Q'))]), /扫描件.*OCR/],
    ['not-readable', 'an empty page', pdf([page(() => undefined)]), /没有文字/],
    [
      'not-readable',
      'pictures of pages with page numbers',
      pdf([1, 2, 3].map((number) => page((c) => c.text(280, 815, `— ${number} —`)))),
      /扫描件/,
    ],
    ['not-readable', 'no PDF behind its first line', new TextEncoder().encode('%PDF-1.7\n1 0 obj'), /已损坏/],
    ['encrypted', 'a password', pdf([page((c) => c.text(50, 50, '甲'))], secret), /密码/],
  ])('is refused (%s: %s)', async (code, _, bytes, words) => {
    const found = await problem(bytes)
    expect(found).toBeInstanceOf(InputProblem)
    expect(found).toMatchObject({ code, message: expect.stringMatching(words) })
    expect(found).toMatchObject({ message: expect.stringMatching(/^报表\.pdf：[^\n]+$/) })
  })

  it('is refused where its font does not say which characters it draws', async () => {
    const codes = Array.from({ length: 60 }, (_, i) => (0x0180 + i * 23).toString(16).padStart(4, '0')).join('')
    const file = pdf([page((c) => c.raw(`BT /F1 10 Tf 1 0 0 1 50 600 Tm <${codes}> Tj ET`))])
    // Places in the file must stay: names are filled up with blanks.
    const text = new TextDecoder('latin1').decode(file)
    const mute = text.replaceAll('UniGB-UCS2-H', 'Identity-H  ').replaceAll('/Ordering (GB1)', '/Ordering (XY) ')
    expect(await problem(Uint8Array.from(mute, (char) => char.charCodeAt(0)))).toMatchObject({
      code: 'not-readable',
      message: expect.stringMatching(/字体没有文字编码/),
    })
  })

  it('is read in part where its end is missing, and says so', async () => {
    const found = await readPdfGrid(wholeTable.slice(0, wholeTable.length - 300), '报表.pdf')
    expect(found.grid.rows).toHaveLength(3)
    expect(found.notes).toEqual([expect.stringContaining('不完整')])
  })

  it('names the pages without text', async () => {
    const bytes = pdf([tablePage, page((c) => c.raw('q 500 0 0 700 40 40 cm Q'))])
    expect((await readPdfGrid(bytes, '报表.pdf')).notes).toEqual([expect.stringMatching(/^第2页没有文字/)])
  })

  it('never ends in anything but a refusal, however it is damaged', async () => {
    const damage = fc.record({
      at: fc.nat(wholeTable.length - 1),
      remove: fc.nat(60),
      insert: fc.uint8Array({ maxLength: 8 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (damages) => {
        let bytes = wholeTable
        for (const { at, remove, insert } of damages)
          bytes = Uint8Array.from([...bytes.slice(0, at), ...insert, ...bytes.slice(at + remove)])
        const found = await problem(bytes)
        expect(found instanceof Error ? found : null).toSatisfy(
          (error) => error === null || error instanceof InputProblem,
        )
      }),
      { numRuns: 60 },
    )
  })
})
