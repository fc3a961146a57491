import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Form } from '../../kernel/form/form.ts'
import { at, printedAt } from '../../kernel/form/path.ts'
import { guangdongDepartmentSelfEvaluation as layout } from '../../kernel/layout/guangdong-department-self-evaluation.layout.ts'
import { numberText } from '../text.ts'
import { readDepartmentFlow } from './read-department.ts'
import { asLines, dice, printSample, type Sample, sample, someWidths } from './test-kit.ts'

const root = new URL('../../../', import.meta.url)
const published = readFileSync(new URL('demo/003.txt', root), 'utf8')
const truth = JSON.parse(readFileSync(new URL('test/golden/003.json', root), 'utf8')) as { forms: Form[] }
const read = (text: string): Form => readDepartmentFlow({ lines: asLines(text) }, layout)

const squeezed = (value: unknown): unknown => (typeof value === 'string' ? value.replace(/\s+/g, '') : value)

/** Every leaf of the truth with its path. */
function leaves(value: unknown, path = ''): [string, unknown][] {
  if (value === null || typeof value !== 'object') return [[path, value]]
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner, Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`),
  )
}

describe('the published form', () => {
  const form = read(published)

  it('is a form by the contract', () => expect(() => Form.parse(form)).not.toThrow())

  it('is read as checked by hand, at least 98 of 100 fields', () => {
    const fields = truth.forms.flatMap((wanted) => leaves(wanted))
    const wrong = fields.filter(([path, value]) => squeezed(at(form, path)) !== squeezed(value))
    expect(wrong.map(([path]) => path).slice(0, 10)).toEqual([])
    expect(1 - wrong.length / fields.length).toBeGreaterThanOrEqual(0.98)
  })

  it('leaves nothing doubtful and adds no rows', () => {
    expect(form.doubts).toBeUndefined()
    expect([form.tasks.length, form.funds.length, form.indicators.length]).toEqual([9, 3, 44])
  })

  it('keeps real paragraphs of a task and no breaks from wrapping', () => {
    expect(form.tasks[0]?.completion?.split('\n').map((paragraph) => paragraph.slice(0, 2))).toEqual([
      '1.',
      '2.',
      '3.',
      '4.',
      '5.',
    ])
    expect(form.tasks[0]?.plan).not.toContain('\n')
  })
})

/** Lines named by a source, without white space. */
const linesAt = (text: string, from: number, to: number): string =>
  text
    .split('\n')
    .slice(from - 1, to)
    .join('')
    .replace(/\s+/g, '')

function expectTrueSources(form: Form, text: string): void {
  for (const [path, source] of Object.entries(form.sources ?? {})) {
    const named = linesAt(text, source.line ?? 0, source.lineEnd ?? 0)
    for (const piece of source.text.split('\n')) expect(named, path).toContain(piece.replace(/\s+/g, ''))
    const value = path === 'year' ? null : printedAt(form, path)
    if (value === null) continue
    const printed = source.text.replace(/\s+/g, '')
    expect(
      [printed.includes(value.replace(/\s+/g, '')), numberText(printed) === value, path.endsWith('label')],
      path,
    ).toContain(true)
  }
}

describe('places in the file', () => {
  it('name lines that hold the text of the field', () => expectTrueSources(read(published), published))

  it('are there for every printed field', () => {
    const form = read(published)
    const printed = leaves({ tasks: form.tasks, goals: form.goals, indicators: form.indicators, funds: form.funds })
      .filter(([path, value]) => value !== null && !/\.(scope|level)$/.test(path))
      .map(([path]) => path.replace(/\.target\..*$/, '.target'))
    const missing = printed.filter((path) => form.sources?.[path] === undefined && printedAt(form, path) !== null)
    expect(missing).toEqual([])
  })
})

/** What a reader must get back from a printed sample. */
function expectSame(form: Form, wanted: Sample): void {
  expect(form.tasks.map((task) => Object.values(task).map(squeezed).sort())).toEqual(
    wanted.tasks.map((task) => Object.values(task).map(squeezed).sort()),
  )
  expect(form.tasks.map((task) => [squeezed(task.name), squeezed(task.plan)])).toEqual(
    wanted.tasks.map((task) => [squeezed(task.name), squeezed(task.plan)]),
  )
  expect(squeezed(form.goals.expected)).toBe(squeezed(wanted.expected))
  expect(squeezed(form.goals.actual)).toBe(squeezed(wanted.actual))
  expect(
    form.indicators.map(({ target, actual, description, ...rest }) => ({
      ...rest,
      target: target.text,
      actual: actual?.text ?? null,
    })),
  ).toEqual(wanted.indicators)
}

describe('forms of other departments', () => {
  it('are read back whatever their widths, tasks and indicators', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const d = dice(seed)
      const wanted = sample(d)
      const text = printSample(d, wanted, someWidths(d))
      const form = read(text)
      expectSame(form, wanted)
      expectTrueSources(form, text)
    }
  })

  it('have their money read by column, an empty cell at the end left empty', () => {
    const d = dice(7)
    const { funds, amountUnit, unit } = read(printSample(d, sample(d), someWidths(d)))
    expect(amountUnit).toBe('万元')
    expect(unit).toEqual({ code: null, name: '农业农村科' })
    expect(
      funds.map((fund) => [fund.label, fund.level, fund.annualBudget, fund.rate, fund.weight, fund.score]),
    ).toEqual([
      ['财政拨款', 1, '1180.00', '93.24', null, null],
      ['其他资金', 1, '20', '100.00', null, null],
      ['合计', 0, '1200.00', '93.35', '10', '9.34'],
    ])
  })
})

describe('the same form from another PDF reader', () => {
  const lines = published.split('\n')
  const [tasks, goals, rows] = ['1.完成省政府', '预期目标', '产出指标'].map((start) =>
    lines.findIndex((line) => line.startsWith(start)),
  )
  const known = read(published)

  it('with page numbers inside the tasks reads the same', () => {
    const paged = [
      ...lines.slice(0, 100),
      '',
      '- 2 -',
      '\f',
      ...lines.slice(100, 240),
      '',
      '第 3 页 共 9 页',
      '',
      ...lines.slice(240),
    ]
    expect(read(paged.join('\n')).tasks).toEqual(known.tasks)
  })

  it('without blank lines keeps every indicator and nearly every task', () => {
    const dense = lines.filter(
      (line, i) => line.trim() !== '' || i < (tasks ?? 0) || (i > (goals ?? 0) && i < (rows ?? 0)),
    )
    const form = read(dense.join('\n'))
    expect(form.indicators).toEqual(known.indicators)
    expect(form.tasks.slice(2)).toEqual(known.tasks.slice(2))
  })

  it('with headings printed across each other falls back to the official columns and says so', () => {
    const heading = lines.findIndex((line) => line.startsWith('一级指标'))
    const crossed = [
      '一级指标 二级指标 三级指标 指标性质(注:定 指标方向(注:大于',
      '量或者定性) 、小于或等于) 目标值 计量单位 分值 得分',
    ]
    const form = read([...lines.slice(0, heading), ...crossed, '', ...lines.slice(rows)].join('\n'))
    expect(form.indicators).toEqual(known.indicators)
    expect(form.doubts?.map((doubt) => doubt.path)).toEqual([null, null])
  })
})

describe('a text that is not whole', () => {
  const lines = published.split('\n')
  it('cut at any tenth line yields what is there', () => {
    for (let end = 0; end <= lines.length; end += 10) {
      const form = read(lines.slice(0, end).join('\n'))
      expect(() => Form.parse(form)).not.toThrow()
      expectTrueSources(form, published)
    }
  })

  it('cut within the tasks says which parts are missing', () => {
    const form = read(lines.slice(0, 145).join('\n'))
    expect(form.tasks.slice(0, 3)).toEqual(read(published).tasks.slice(0, 3))
    expect(form.doubts?.map((doubt) => doubt.path)).toEqual(['goals.expected', 'goals.actual', 'funds', 'indicators'])
  })

  it('cut within an indicator says that its points are missing', () => {
    const form = read(lines.slice(0, 360).join('\n'))
    expect(form.indicators.length).toBe(3)
    expect(form.doubts?.map((doubt) => doubt.path)).toEqual(['indicators[2].weight', 'indicators[2].score'])
  })

  it('never throws, whatever lines stand there', () => {
    const pool = lines.filter((line) => line.trim() !== '')
    const shuffled = fc.array(fc.oneof(fc.constantFrom(...pool), fc.string(), fc.constant('')), { maxLength: 120 })
    fc.assert(
      fc.property(shuffled, (mixed) => Form.safeParse(read(mixed.join('\n'))).success),
      { numRuns: 150 },
    )
  })
})
