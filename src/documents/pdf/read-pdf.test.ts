// PDF pages as printers draw them → rows of cells.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Area, type DrawnCell, drawTable, hex, page, pdf } from './pdf.test-kit.ts'
import { readPdfGrid } from './read-pdf.ts'

const texts = async (bytes: Uint8Array): Promise<readonly (readonly string[])[]> =>
  (await readPdfGrid(bytes, '报表.pdf')).grid.rows.map((row) => row.map((cell) => cell.text))

const XS = [50, 120, 190, 340, 440, 540]
const cell = (row: number, column: number, text: string, span: Partial<Area> = {}): DrawnCell => ({
  row,
  column,
  text,
  ...span,
})

/** Rows of plain cells, one text each. */
const plain = (rows: readonly (readonly string[])[]): readonly DrawnCell[] =>
  rows.flatMap((row, r) => row.map((text, c) => cell(r, c, text)))

const heights = (top: number, rows: number, height = 20): readonly number[] =>
  Array.from({ length: rows + 1 }, (_, i) => top + i * height)

const HEADINGS = ['一级指标', '二级指标', '三级指标', '年度指标值', '分值']
const ROWS = [
  ['产出指标', '数量指标', '宣传次数', '≥3.00(次)', '10.00'],
  ['效益指标', '社会效益指标', '宣传覆盖率', '≥90.00(%)', '20.00'],
]

const wholeTable = pdf([page((c) => drawTable(c, XS, heights(100, 3), plain([HEADINGS, ...ROWS])))])

describe('a ruled table', () => {
  it('is read cell by cell', async () => {
    expect(await texts(wholeTable)).toEqual([HEADINGS, ...ROWS])
  })

  it('names page and box of every cell in points from the top left corner', async () => {
    const { grid } = await readPdfGrid(wholeTable, '报表.pdf')
    expect(grid.rows[1]?.[2]?.source).toEqual({
      page: 1,
      line: 2,
      box: { x: 190, y: 120, width: 150, height: 20 },
      text: '宣传次数',
    })
  })

  it.each([90, 180, 270] as const)('is read on a page turned by %i degrees', async (rotate) => {
    // The page is drawn so that it stands upright when the reader turns it.
    const [width, height] = rotate === 180 ? [595, 842] : [842, 595]
    const before = { 90: '0 1 -1 0 842 0 cm', 180: '-1 0 0 -1 595 842 cm', 270: '0 -1 1 0 0 595 cm' }[rotate]
    const turned = page((c) => drawTable(c, XS, heights(100, 3), plain([HEADINGS, ...ROWS])), { before, rotate })
    expect(await texts(pdf([{ ...turned, width, height }]))).toEqual([HEADINGS, ...ROWS])
  })

  it('is read where the text is drawn lying on an upright page, with boxes on that page', async () => {
    const before = '0 1 -1 0 842 0 cm'
    const lying = page((c) => drawTable(c, XS, heights(100, 3), plain([HEADINGS, ...ROWS])), { before })
    const { grid } = await readPdfGrid(pdf([{ ...lying, width: 842, height: 595 }]), '报表.pdf')
    expect(grid.rows.map((row) => row.map(({ text }) => text))).toEqual([HEADINGS, ...ROWS])
    expect(grid.rows[0]?.[0]?.source.box).toMatchObject({ width: 20, height: 70 })
  })

  it('has its columns also where the lines at its sides are missing', async () => {
    const open = { left: true, right: true }
    const bytes = pdf([page((c) => drawTable(c, XS, heights(100, 3), plain([HEADINGS, ...ROWS]), open))])
    expect(await texts(bytes)).toEqual([HEADINGS, ...ROWS])
  })

  it('has lines drawn as thin filled rectangles, dash by dash', async () => {
    const bytes = pdf([
      page((c) => {
        for (const y of heights(100, 2)) for (let x = 50; x < 250; x += 4) c.raw(`${x} ${842 - y} 3.5 0.5 re f`)
        for (const x of [50, 150, 250]) for (let y = 100; y < 140; y += 4) c.raw(`${x} ${842 - y - 4} 0.5 4 re f`)
        for (const [x, y, text] of [
          [55, 112, '甲'],
          [155, 112, '乙'],
          [55, 132, '丙'],
          [155, 132, '丁'],
        ] as const)
          c.text(x, y, text)
      }),
    ])
    expect(await texts(bytes)).toEqual([
      ['甲', '乙'],
      ['丙', '丁'],
    ])
  })

  it('splits text drawn in one go over several cells at the lines', async () => {
    const bytes = pdf([
      page((c) => {
        drawTable(
          c,
          [50, 90, 150],
          heights(100, 2),
          plain([
            ['', ''],
            ['甲', '乙'],
          ]),
        )
        c.text(50, 112, '数量指标宣传次数')
      }),
    ])
    expect((await texts(bytes))[0]).toEqual(['数量指标', '宣传次数'])
  })

  it('keeps text whole that runs out of its cell', async () => {
    const bytes = pdf([
      page((c) => {
        drawTable(
          c,
          [50, 106, 170],
          heights(100, 2),
          plain([
            ['', '甲'],
            ['丙', '丁'],
          ]),
        )
        c.text(53, 112, '宣传覆盖率一', 10)
      }),
    ])
    expect((await texts(bytes))[0]?.[0]).toBe('宣传覆盖率一')
  })
})

describe('text in a cell', () => {
  const inCell = async (text: string, width = 100): Promise<string | undefined> => {
    const cells = [cell(0, 0, text), cell(0, 1, '甲')]
    return (await texts(pdf([page((c) => drawTable(c, [50, 50 + width, 500], [100, 300], cells))])))[0]?.[0]
  }

  it('is one text again where it was wrapped', async () => {
    expect(await inCell('完成本市医疗器械注册人和高风险生产企业人员培训')).toBe(
      '完成本市医疗器械注册人和高风险生产企业人员培训',
    )
  })

  it('keeps its paragraphs', async () => {
    const goals = '一、完成年度监管任务。\n二、提高服务水平。\n三、保障资金安全。'
    expect(await inCell(goals, 250)).toBe(goals)
  })

  it('loses the breaks inside of numbers and brackets', async () => {
    expect(await inCell('≥95.00（%）', 36)).toBe('≥95.00（%）')
  })

  it('is read from top to bottom where it is set that way', async () => {
    expect(await inCell('绩\n效\n指\n标', 16)).toBe('绩效指标')
  })
})

describe('text that does not stand upright', () => {
  const beside = async (operators: string): Promise<string | undefined> => {
    const cells = [cell(0, 0, ''), cell(0, 1, '本市医疗器械注册人培训人次')]
    const bytes = pdf([
      page((c) => {
        drawTable(c, [50, 90, 500], [100, 300], cells)
        c.raw(operators)
      }),
    ])
    return (await texts(bytes))[0]?.[0]
  }

  it.each([
    ['downwards in the font', `BT /F2 10 Tf 1 0 0 1 70 720 Tm <${hex('绩效指标')}> Tj ET`, '绩效指标'],
    [
      'in two columns from the right',
      `BT /F2 10 Tf 1 0 0 1 80 720 Tm <${hex('绩效')}> Tj ET BT /F2 10 Tf 1 0 0 1 60 720 Tm <${hex('指标')}> Tj ET`,
      '绩效指标',
    ],
    ['turned to the left', `BT /F1 10 Tf 0 1 -1 0 75 600 Tm <${hex('绩效指标')}> Tj ET`, '绩效指标'],
    ['turned to the right', `BT /F1 10 Tf 0 -1 1 0 65 700 Tm <${hex('绩效指标')}> Tj ET`, '绩效指标'],
  ])('is read %s', async (_, operators, text) => {
    expect((await beside(operators))?.replaceAll('\n', '')).toBe(text)
  })

  it('is left out where it lies across the page, as watermarks do', async () => {
    const mark = `BT /F1 40 Tf 0.7 0.7 -0.7 0.7 100 500 Tm <${hex('内部资料')}> Tj ET`
    expect(await beside(mark)).toBe('')
  })
})

describe('a table over two pages', () => {
  const over = (above: readonly DrawnCell[], rowsAbove: number, below: readonly DrawnCell[], rowsBelow: number) =>
    texts(
      pdf([
        page((c) => drawTable(c, XS, heights(600, rowsAbove, 30), above)),
        page((c) => drawTable(c, XS, heights(60, rowsBelow, 30), below)),
      ]),
    )

  it('is one table, its headings read once', async () => {
    expect(await over(plain([HEADINGS, ROWS[0] ?? []]), 2, plain([HEADINGS, ROWS[1] ?? []]), 2)).toEqual([
      HEADINGS,
      ...ROWS,
    ])
    const { grid } = await readPdfGrid(
      pdf([
        page((c) => drawTable(c, XS, heights(600, 2, 30), plain([HEADINGS, ROWS[0] ?? []]))),
        page((c) => drawTable(c, XS, heights(60, 1, 30), plain([ROWS[1] ?? []]))),
      ]),
      '报表.pdf',
    )
    expect(grid.tables).toEqual([1, 1, 1])
    expect(grid.rows.at(-1)?.[0]?.source).toMatchObject({ page: 2, line: 3 })
  })

  it('is two tables where a form begins on the second page', async () => {
    const { grid } = await readPdfGrid(
      pdf([
        page((c) => drawTable(c, XS, heights(600, 1, 30), plain([ROWS[0] ?? []]))),
        page((c) =>
          drawTable(c, XS, heights(60, 1, 30), [cell(0, 0, '项目名称'), cell(0, 1, '宣传经费', { columnSpan: 4 })]),
        ),
      ]),
      '报表.pdf',
    )
    expect(grid.tables).toEqual([1, 2])
  })

  it('has the row whole that the page break cut', async () => {
    const name = '完成对本市医疗器械注册人和高风险生产企业人员的培训并考核合格'
    const above = plain([HEADINGS, ['产出指标', '数量指标', name.slice(0, 28), '≥3.00(次)', '10.00']])
    const below = plain([['', '', name.slice(28), '', ''], ROWS[1] ?? []])
    expect(await over(above, 2, below, 2)).toEqual([
      HEADINGS,
      ['产出指标', '数量指标', name, '≥3.00(次)', '10.00'],
      ROWS[1],
    ])
  })

  it('has rows of their own where the second page begins with a row whose group goes on', async () => {
    const next = ['', '', '培训人次', '≥90.00(人)', '5.00']
    expect(await over(plain([HEADINGS, ROWS[0] ?? []]), 2, plain([next]), 1)).toEqual([HEADINGS, ROWS[0], next])
  })

  it('has a group with its first row where its merged label was printed below the break', async () => {
    const [first = [], second = []] = ROWS
    const above = [...plain([HEADINGS]), cell(1, 0, '', { rowSpan: 2 }), ...restOf(first, 1), ...restOf(second, 2)]
    const below = [cell(0, 0, '产出指标', { rowSpan: 2 }), ...restOf(first, 0), ...restOf(second, 1)]
    expect((await over(above, 3, below, 2)).map((row) => row[0])).toEqual(['一级指标', '产出指标', '', '', ''])
  })

  const restOf = (texts: readonly string[], row: number) => texts.slice(1).map((text, i) => cell(row, i + 1, text))
})

describe('a form without any lines', () => {
  const columns = [50, 110, 190, 330, 420, 500]
  const draw = (rows: readonly (readonly string[])[], top: number) =>
    page((c) => {
      rows.forEach((row, r) => {
        for (const [i, text] of row.entries())
          for (const [k, line] of text.split('\n').entries()) c.text(columns[i] ?? 0, top + r * 36 + k * 13, line)
      })
    })
  const head = [['项目名称', '', '宣传业务经费'], HEADINGS]
  const long = ['产出指标', '数量指标', '宣传公益次数和\n社区覆盖率', '≥3.00(次)', '10.00']

  it('is read by the white between its texts, and people are asked to check it', async () => {
    const { grid, notes } = await readPdfGrid(pdf([draw([...head, long, ROWS[1] ?? []], 80)]), '报表.pdf')
    expect(grid.rows.map((row) => row.map(({ text }) => text).filter((text) => text !== ''))).toEqual([
      ['项目名称', '宣传业务经费'],
      HEADINGS,
      ['产出指标', '数量指标', '宣传公益次数和社区覆盖率', '≥3.00(次)', '10.00'],
      ROWS[1],
    ])
    expect(notes).toEqual([expect.stringMatching(/^第1页的表没有框线.*核对$/)])
  })

  it('goes on in the same columns on the next page', async () => {
    const bytes = pdf([draw([...head, long], 80), draw([['', '', '培训人次', '≥90.00(人)', '5.00']], 60)])
    const { grid } = await readPdfGrid(bytes, '报表.pdf')
    expect(grid.rows.at(-1)?.map(({ text }) => text)).toEqual(['', '', '培训人次', '≥90.00(人)', '5.00'])
    expect(grid.tables?.at(-1)).toBe(grid.tables?.at(-2))
  })

  it('keeps wrapped cells whole, gives merged labels to their first rows, and drops the page number', async () => {
    const bytes = pdf([
      page((c) => {
        c.text(50, 80, '项目名称')
        c.text(130, 80, '宣传经费')
        ;['一级指标', '二级指标', '三级指标', '指标值', '分值'].forEach(
          (text, i) => void c.text(50 + 100 * i, 110, text),
        )
        // The labels stand in the middle of two rows, the value of the first row takes three lines around its middle.
        c.text(50, 155, '产出指标')
        c.text(150, 155, '数量指标')
        c.text(250, 144, '宣传次数')
        ;['不少于三次并', '且覆盖全部街', '道'].forEach((text, i) => void c.text(350, 132 + 12 * i, text))
        c.text(450, 144, '10')
        c.text(250, 180, '培训人次')
        c.text(350, 180, '≥90人')
        c.text(450, 180, '20')
        c.text(290, 800, '— 1 —')
      }),
    ])
    const { grid } = await readPdfGrid(bytes, '报表.pdf')
    expect(grid.rows.slice(-2).map((row) => row.map(({ text }) => text))).toEqual([
      ['产出指标', '数量指标', '宣传次数', '不少于三次并且覆盖全部街道', '10'],
      ['', '', '培训人次', '≥90人', '20'],
    ])
  })

  it('does not make tables of ordinary text', async () => {
    const prose = pdf([page((c) => c.text(50, 80, '部门职责是贯彻执行国家有关法律法规。'))])
    expect((await readPdfGrid(prose, '报表.pdf')).grid.tables).toEqual([null])
  })
})

describe('text around tables', () => {
  it('stands in its place, a row a line, far apart parts in cells of their own', async () => {
    const bytes = pdf([
      page((c) => {
        c.text(200, 60, '项目支出绩效自评表', 16)
        c.text(50, 90, '填报单位：某某局')
        c.text(480, 90, '单位：万元')
        drawTable(c, XS, heights(100, 1), plain([HEADINGS]))
        c.text(50, 150, '注：本表由单位填报。')
      }),
    ])
    expect(await texts(bytes)).toEqual([
      ['项目支出绩效自评表'],
      ['填报单位：某某局', '单位：万元'],
      HEADINGS,
      ['注：本表由单位填报。'],
    ])
  })

  it('has no running heads and page numbers', async () => {
    const pages = [1, 2, 3].map((number) =>
      page((c) => {
        c.text(250, 40, '某某局部门决算')
        c.text(50, 200, `第${'一二三'[number - 1]}段文字。`)
        c.text(280, 815, `— ${number} —`)
      }),
    )
    expect(await texts(pdf(pages))).toEqual([['第一段文字。'], ['第二段文字。'], ['第三段文字。']])
  })
})

describe('any table', () => {
  /** A table's areas: merged cells laid out at random, one square where nothing is merged. */
  const table = fc
    .record({
      rows: fc.integer({ min: 1, max: 7 }),
      columns: fc.integer({ min: 2, max: 6 }),
      merges: fc.array(fc.tuple(fc.nat(6), fc.nat(5), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })), {
        maxLength: 6,
      }),
      texts: fc.array(fc.constantFrom('绩效指标', '≥30.00(次)', '', '10', '提高服务水平，保障资金安全', 'A1'), {
        minLength: 42,
        maxLength: 42,
      }),
      turn: fc.constantFrom(0 as const, 90 as const),
    })
    .map(({ rows, columns, merges, texts: words, turn }) => {
      const taken = new Set<string>()
      const cells: DrawnCell[] = []
      const squares = (area: Required<Area>): readonly string[] =>
        Array.from({ length: area.rowSpan * area.columnSpan }, (_, i) =>
          [area.row + Math.floor(i / area.columnSpan), area.column + (i % area.columnSpan)].join(),
        )
      const put = (row: number, column: number, rowSpan: number, columnSpan: number): void => {
        const area = { row, column, rowSpan, columnSpan }
        if (row + rowSpan > rows || column + columnSpan > columns || squares(area).some((square) => taken.has(square)))
          return
        for (const square of squares(area)) taken.add(square)
        cells.push({ ...area, text: words[row * 6 + column] ?? '' })
      }
      for (const [row, column, rowSpan, columnSpan] of merges) put(row, column, rowSpan, columnSpan)
      for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) put(row, column, 1, 1)
      return { rows, columns, cells, turn }
    })
    .filter(({ cells }) => cells.length > 1 && cells.some(({ text }) => text !== ''))

  it('gives back its texts in their places', async () => {
    await fc.assert(
      fc.asyncProperty(table, async ({ rows, columns, cells, turn }) => {
        const xs = Array.from({ length: columns + 1 }, (_, i) => 40 + i * 85)
        const drawn = page((c) => drawTable(c, xs, heights(60, rows, 40), cells), {
          before: turn === 90 ? '0 1 -1 0 842 0 cm' : '1 0 0 1 0 0 cm',
          rotate: turn,
        })
        const bytes = pdf([turn === 90 ? { ...drawn, width: 842, height: 595 } : drawn])
        const found = (await texts(bytes)).flatMap((row) => row.filter((text) => text !== ''))
        const expected = cells
          .toSorted((a, b) => a.row - b.row || a.column - b.column)
          .flatMap(({ text }) => (text === '' ? [] : [text]))
        expect(found).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })
})
