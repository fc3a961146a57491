// Forms for tests of the writers: made from a layout, with everything the layout prints and nothing it does not.
import fc from 'fast-check'
import { blankForm, blankFund, blankIndicator } from '../../kernel/form/blank.ts'
import type { Form, Fund, Indicator, Remarks, Task } from '../../kernel/form/form.ts'
import { closingFields, fundRowsOf, type Layout, sectionOf, statementPath } from '../../kernel/layout/layout.ts'
import { parseActual, parseTarget } from '../../kernel/value/value.ts'

const letters = '办理宣传检测培训食品药品设备业务窗口服务群众企业水平能力机制稳步持续完善'
/** Signs that file formats have an opinion on. */
const odd = '<>&"\'=+-@%“”——…①㎡（）；，、/\\$𬭎_x0041_AaZz09'
const text = (from: string, minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...from), { minLength, maxLength }).map((signs) => signs.join(''))

const words = (min: number, max: number): fc.Arbitrary<string> => text(letters, min, max)
const sentence = fc
  .tuple(words(4, 60), text(odd, 0, 12), words(1, 60))
  .map(([before, signs, after]) => `${before}${signs}${after}。`)
const name = fc.tuple(words(3, 15), text(odd, 0, 4), words(1, 15)).map((parts) => parts.join(''))
/** One paragraph, several, or more than fits on a page. */
const paragraphs = fc.oneof(
  { weight: 6, arbitrary: sentence },
  { weight: 3, arbitrary: fc.array(sentence, { minLength: 2, maxLength: 5 }).map((lines) => lines.join('\n')) },
  { weight: 1, arbitrary: fc.tuple(sentence, fc.integer({ min: 20, max: 60 })).map(([line, n]) => line.repeat(n)) },
)
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 4 })

const amount = fc.oneof(
  fc.integer({ min: 0, max: 99_999_999 }).map((cents) => (cents / 100).toFixed(2)),
  fc.constantFrom('0', '0.00', '12', '1157.3', '100000000000.000001', '12345678901234567.89'),
)
const points = fc.integer({ min: 0, max: 2000 }).map((hundredths) => (hundredths / 100).toFixed(2))
const value = fc.oneof(
  fc
    .tuple(fc.constantFrom('≥', '≤', '=', '<', '>', ''), amount, fc.constantFrom('个', '%', '万批次', '工作日'))
    .map(([sign, number, unit]) => `${sign}${number}${unit}`),
  words(2, 30),
)

const groups: readonly (readonly [string, string])[] = [
  ['产出指标', '数量指标'],
  ['产出指标', '质量指标'],
  ['产出指标', '时效指标'],
  ['效益指标', '社会效益指标'],
  ['效益指标', '可持续影响指标'],
  ['满意度指标', '服务对象满意度指标'],
]
const rank = ({ dimension, aspect, goal = '' }: Indicator): number =>
  Number(goal.replace(/\D/g, '')) * groups.length +
  groups.findIndex((group) => group[0] === dimension && group[1] === aspect)

/** Some of the remarks the fields or columns have a place for; absent where none is filled. */
function remarksOf(paths: readonly string[]): fc.Arbitrary<{ remarks?: Remarks }> {
  const names = paths.flatMap((path) => /^remarks\.(.+)$/.exec(path)?.[1] ?? [])
  return fc
    .record(Object.fromEntries(names.map((name) => [name, remarkText(name)])))
    .map((texts) => Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== null))
    .map((filled) => (filled.length > 0 ? { remarks: Object.fromEntries(filled) } : {}))
}

/** Ticks and amounts stand in narrow columns, sentences in wide ones. */
const remarkText = (name: string): fc.Arbitrary<string | null> =>
  maybe(/保障|能$|有可能/.test(name) ? fc.constant('√') : /[数额款金]$/.test(name) ? amount : words(2, 30))

/** Every row has the heading of its goal where the layout has a block for each. */
const goalOf = (layout: Layout): fc.Arbitrary<{ goal?: string }> =>
  sectionOf(layout, 'indicators')?.blocks === true
    ? fc.integer({ min: 1, max: 3 }).map((n) => ({ goal: `年度绩效目标${n}（${n * 10}分）` }))
    : fc.constant({})

function indicatorOf(layout: Layout): fc.Arbitrary<Indicator> {
  const section = sectionOf(layout, 'indicators')
  const columns = new Set(section?.columns.map((column) => column.at))
  const medium = fc.constantFrom([], section?.medium?.map((column) => column.at) ?? [])
  const own = <T>(at: string, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
    columns.has(at) ? arbitrary : fc.constant(null)
  return fc
    .record({
      group: fc.constantFrom(...(columns.has('dimension') ? groups : ([[null, null]] as const))),
      name,
      goal: goalOf(layout),
      remarks: medium.chain((besides) => remarksOf([...columns, ...besides])),
      description: own('description', maybe(paragraphs)),
      target: value,
      actual: own('actual', maybe(value)),
      weight: own('weight', maybe(points)),
      score: own('score', maybe(points)),
      deviation: own('deviation', maybe(paragraphs)),
      nature: own('nature', maybe(fc.constantFrom('定量', '定性'))),
      direction: own('direction', maybe(fc.constantFrom('大于', '大于等于', '等于', '小于等于'))),
      measureUnit: own('measureUnit', maybe(fc.constantFrom('个', '%', '万批次'))),
    })
    .map(({ group: [dimension, aspect], target, actual, goal, remarks, ...row }) => ({
      ...blankIndicator,
      ...row,
      ...goal,
      ...remarks,
      dimension,
      aspect,
      target: parseTarget(target, row),
      actual: columns.has('actual') ? parseActual(actual) : null,
    }))
}

function fundsOf(layout: Layout): fc.Arbitrary<Fund[]> {
  const section = sectionOf(layout, 'funds')
  const rows = fundRowsOf(layout)
  const columns = new Set(section?.columns.map((column) => column.at) ?? ['initialBudget'])
  const own = (at: string, arbitrary: fc.Arbitrary<string>): fc.Arbitrary<string | null> =>
    columns.has(at) ? maybe(arbitrary) : fc.constant(null)
  const row = fc.record({
    initialBudget: own('initialBudget', amount),
    annualBudget: own('annualBudget', amount),
    executed: own('executed', amount),
    weight: own('weight', points),
    rate: own('rate', points),
    score: own('score', points),
    remarks: remarksOf([...columns]),
  })
  const stranger = fc.tuple(words(4, 10), row.filter(hasAmount)).map(
    ([label, { remarks, ...amounts }]): Fund => ({
      ...blankFund(`${label}资金`, 1),
      ...amounts,
      ...remarks,
    }),
  )
  const strangers = section?.arrangement === 'table' ? fc.array(stranger, { maxLength: 2 }) : fc.constant<Fund[]>([])
  return fc.tuple(strangers, ...rows.map(() => row)).map(([others, ...values]) => [
    ...rows.map(({ label, level, scope }, i) => {
      const { remarks, ...amounts } = values[i] ?? {}
      return { ...blankFund(label, level, scope), ...amounts, ...remarks }
    }),
    ...others,
  ])
}

const hasAmount = ({ remarks: _, ...amounts }: object & { remarks?: object }): boolean =>
  Object.values(amounts).some((amount) => amount !== null)

function taskOf(layout: Layout): fc.Arbitrary<Task> {
  const columns = sectionOf(layout, 'tasks')?.columns.map((column) => column.at) ?? []
  const own = <T>(at: string, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
    columns.includes(at) ? arbitrary : fc.constant(null)
  return fc
    .record({
      name,
      plan: own('plan', paragraphs),
      content: own('content', columns.includes('plan') ? maybe(paragraphs) : paragraphs),
      completion: own('completion', maybe(paragraphs)),
      remarks: remarksOf(columns),
    })
    .map(({ remarks, ...task }) => ({ ...task, ...remarks }))
}

function totalsOf(layout: Layout): fc.Arbitrary<Form['totals']> {
  const weighted = sectionOf(layout, 'indicators')?.columns.some((column) => column.at === 'weight')
  return fc.record({ weight: weighted ? points : fc.constant(null), score: points })
}

/** Texts of the fields outside the tables, by path. */
function headOf(layout: Layout): fc.Arbitrary<Record<string, string | null>> {
  const fields = layout.sections.flatMap((section) => {
    if (section.kind === 'pairs') return section.rows.flat()
    if (section.kind === 'goals') return section.fields
    return section.kind === 'funds' && section.purpose ? [section.purpose] : []
  })
  const paths = [
    ...closingFields(layout).map((field) => field.at),
    ...statementPaths(layout),
    ...fields.flatMap((field) => [field.at, ...(field.with ? [field.with] : [])]),
    ...(layout.caption?.left ?? []),
  ]
  return fc.record(Object.fromEntries(paths.map((path) => [path, headText(path)])))
}

const statementPaths = (layout: Layout): readonly string[] => {
  const section = sectionOf(layout, 'statements')
  return section?.rows.flatMap((row) => section.columns.map((column) => statementPath(row, column))) ?? []
}

function headText(path: string): fc.Arbitrary<string | null> {
  if (path.startsWith('remarks.')) return maybe(path.endsWith('负责人') ? words(2, 4) : paragraphs)
  if (path.endsWith('.code')) return fc.integer({ min: 100_000, max: 999_999 }).map(String)
  if (path === 'project.name') return name
  if (path.endsWith('.name')) return words(3, 12).map((name) => `云岭市${name}局`)
  if (path === 'project.start' || path === 'project.end') return fc.constant('2024-01-01')
  return path.startsWith('goals.') || path === 'project.purpose' ? maybe(paragraphs) : words(2, 12)
}

/** Forms without money say nothing of its unit. */
const printsUnit = (layout: Layout): boolean => /\{unit\}|（万?元）/.test(JSON.stringify(layout))

type Size = { readonly minLength: number; readonly maxLength: number }

/** Any form of a layout; `size` bounds its indicators. */
export function formOf(layout: Layout, size: Size = { minLength: 1, maxLength: 15 }): fc.Arbitrary<Form> {
  const has = (kind: 'tasks' | 'totals' | 'grade'): boolean => sectionOf(layout, kind) !== undefined
  const unit = layout.amountUnit
  return fc
    .record({
      head: headOf(layout),
      year: layout.period === null ? fc.constant(null) : fc.integer({ min: 2015, max: 2030 }),
      amountUnit: printsUnit(layout) ? fc.constantFrom(unit, unit === '元' ? '万元' : '元') : fc.constant(null),
      funds: fundsOf(layout),
      tasks: has('tasks') ? fc.array(taskOf(layout), { minLength: 1, maxLength: 8 }) : fc.constant<Task[]>([]),
      indicators: fc.array(indicatorOf(layout), size),
      totals: has('totals') ? totalsOf(layout) : fc.constant({ weight: null, score: null }),
      grade: has('grade') ? fc.constantFrom('优', '良', '中', '差') : fc.constant(null),
    })
    .map(({ head, indicators, ...rest }) => ({
      ...blankForm(layout.kind),
      ...rest,
      ...grouped(head),
      title: layout.title.replace('{project}', head['project.name'] ?? ''),
      region: '云岭市',
      indicators: indicators.toSorted((a, b) => rank(a) - rank(b)),
      layout: layout.id,
    }))
}

function remarksIn(head: Record<string, string | null>): Pick<Form, 'remarks'> {
  const filled = Object.entries(head).flatMap(([path, text]) =>
    path.startsWith('remarks.') && text !== null ? [[path.slice('remarks.'.length), text] as const] : [],
  )
  return filled.length > 0 ? { remarks: Object.fromEntries(filled) } : {}
}

function grouped(head: Record<string, string | null>): Partial<Form> {
  const of = (path: string): string | null => head[path] ?? null
  const names = (group: string): boolean => Object.keys(head).some((path) => path.startsWith(`${group}.`))
  const organisation = (group: string) =>
    names(group) ? { code: of(`${group}.code`), name: of(`${group}.name`) } : null
  const project = ['code', 'name', 'nature', 'category', 'start', 'end', 'purpose'] as const
  const goals = ['overall', 'annual', 'expected', 'actual'] as const
  const all = <K extends string>(group: string, keys: readonly K[]): Record<K, string | null> =>
    // The keys are the ones given, so the record is complete.
    Object.fromEntries(keys.map((key) => [key, of(`${group}.${key}`)])) as Record<K, string | null>
  return {
    department: organisation('department'),
    unit: organisation('unit'),
    project: names('project') ? all('project', project) : null,
    goals: all('goals', goals),
    ...remarksIn(head),
  }
}
