// A year's work for tests over HTTP: a cycle with its tasks, a project, one person a role, and a target worth submitting.
import type { TestDatabase } from '../../test/database.ts'
import { openCycle } from '../actions/open-cycle.ts'
import { openTask } from '../actions/open-task.ts'
import { createProject } from '../actions/save-project.ts'
import type { FilingView, MovedFiling, SavedFiling } from '../api/filings.ts'
import { blankIndicator } from '../kernel/form/blank.ts'
import type { Form, Indicator } from '../kernel/form/form.ts'
import { parseActual, parseTarget } from '../kernel/value/value.ts'
import type { AppOptions } from './app.ts'
import {
  type Browser,
  makePerson,
  makeTree,
  openBrowser,
  startTestServer,
  type TestServer,
  type Tree,
} from './server.test-kit.ts'

/** One person a role, and a second preparer. */
export const cast = [
  'preparer',
  'colleague',
  'unit',
  'department',
  'finance',
  'office',
  'outsider',
  'stranger',
] as const
export type Who = (typeof cast)[number]

export type YearOfWork = {
  readonly server: TestServer
  readonly tree: Tree
  readonly as: Readonly<Record<Who, Browser>>
  readonly ids: Readonly<Record<Who, string>>
  readonly declaration: string
  readonly adjustment: string
  readonly selfEvaluation: string
  /** A new project of the unit: each test has its own. */
  readonly newProject: (name: string) => Promise<string>
}

export async function startYear(database: TestDatabase, options: Partial<AppOptions> = {}): Promise<YearOfWork> {
  const server = await startTestServer(database, options)
  const { context } = server
  const tree = await makeTree(context)
  const { unit, department, bureau, foreign } = tree
  const ids = {
    preparer: await makePerson(context, 'tian', unit, [['preparer', unit]]),
    colleague: await makePerson(context, 'tong', unit, [['preparer', unit]]),
    unit: await makePerson(context, 'dan', unit, [['unit-reviewer', unit]]),
    department: await makePerson(context, 'bu', department, [['department-reviewer', department]]),
    finance: await makePerson(context, 'cai', bureau, [['finance-reviewer', bureau]]),
    office: await makePerson(context, 'ji', bureau, [['performance-office', bureau]]),
    outsider: await makePerson(context, 'wai', bureau, [['evaluator', bureau]]),
    stranger: await makePerson(context, 'lin', foreign, [['department-reviewer', foreign]]),
  }
  const logins = {
    preparer: 'tian',
    colleague: 'tong',
    unit: 'dan',
    department: 'bu',
    finance: 'cai',
    office: 'ji',
    outsider: 'wai',
    stranger: 'lin',
  }
  const pages = await Promise.all(cast.map(async (who) => [who, await signedIn(server.origin, logins[who])] as const))
  // one page for each of the cast
  const as = Object.fromEntries(pages) as Record<Who, Browser>
  const cycle = await openCycle(context, {
    organisationId: bureau.id,
    fiscalYear: 2024,
    name: '2024年预算绩效',
    profile: 'national@2020',
  })
  const open = async (kind: 'declaration' | 'adjustment' | 'self-evaluation', title: string, layout: string) => {
    const days = { opensOn: '2024-01-02', dueOn: '2025-04-30', closesOn: null }
    const audience = { organisations: [bureau.id], below: ['unit', 'department'] }
    return (await openTask(context, { cycleId: cycle.id, kind, title, layout, ...days, ...audience })).id
  }
  return {
    server,
    tree,
    as,
    ids,
    declaration: await open('declaration', '2024年绩效目标申报', 'national-target'),
    adjustment: await open('adjustment', '2024年绩效目标调整', 'national-target'),
    selfEvaluation: await open('self-evaluation', '2024年绩效自评', 'national-self-evaluation'),
    newProject: async (name) => (await createProject(context, projectOf(unit.id, name))).id,
  }
}

async function signedIn(origin: string, login: string): Promise<Browser> {
  const page = openBrowser(origin)
  await page.signIn(login)
  return page
}

const projectOf = (organisationId: string, name: string) => ({
  organisationId,
  code: '',
  name,
  nature: null,
  category: null,
  startsOn: null,
  endsOn: null,
  funds: [],
})

const row = (dimension: string, aspect: string, name: string, target: string, weight: string): Indicator => ({
  ...blankIndicator,
  dimension,
  aspect,
  name,
  target: parseTarget(target),
  weight,
})

/** Fills an empty target form so that no rule calls anything in it an error. */
export const filledTarget = (form: Form): Form => ({
  ...form,
  funds: form.funds.map((fund, i) => ({ ...fund, initialBudget: i < 2 ? '120.00' : '0.00' })),
  goals: { ...form.goals, annual: '全年完成36个水文站点的运行维护，保证水情数据及时准确报送，为防汛调度提供依据。' },
  indicators: [
    row('产出指标', '数量指标', '运行维护水文站点数', '≥36个', '15'),
    row('产出指标', '质量指标', '水情数据准确率', '≥98%', '15'),
    row('产出指标', '时效指标', '水情信息按时报送率', '≥99%', '10'),
    row('产出指标', '成本指标', '单站年维护成本', '≤3.3万元', '10'),
    row('效益指标', '社会效益指标', '汛期重大水情漏报次数', '≤0次', '15'),
    row('效益指标', '可持续影响指标', '测报设备完好率', '≥95%', '15'),
    row('满意度指标', '服务对象满意度指标', '防汛部门满意度', '≥90%', '10'),
  ],
})

/** Fills in the results of a self-evaluation on that target: everything was reached. */
export const filledResults = (form: Form): Form => ({
  ...form,
  funds: form.funds.map((fund, i) =>
    i < 2
      ? {
          ...fund,
          annualBudget: '120.00',
          executed: '120.00',
          ...(i === 0 ? { weight: '10', rate: '100.00', score: '10.00' } : {}),
        }
      : { ...fund, initialBudget: '0.00', annualBudget: '0.00', executed: '0.00' },
  ),
  goals: { ...form.goals, actual: '全年完成36个水文站点运行维护，水情数据按时准确报送。' },
  indicators: form.indicators.map((it) => ({
    ...it,
    actual: parseActual((it.target.text ?? '').replace(/^[≥≤]/, '')),
    score: it.weight,
  })),
  totals: { weight: '100', score: '100.00' },
})

/** The form with something else in one of its indicators. */
export const withRow = (form: Form, i: number, more: object): Form => ({
  ...form,
  indicators: form.indicators.map((row, at) => (at === i ? { ...row, ...more } : row)),
})
export const retarget = (form: Form, i: number, text: string): Form =>
  withRow(form, i, { target: { text, kind: 'quantitative', comparator: null, value: null, unit: null } })

/** What the people of a year do, one line each. The year is asked for when it is there: tests begin before it does. */
export function actsOf(now: () => YearOfWork) {
  const create = (taskId: string, projectId: string, more: object = {}) => {
    const { as, tree } = now()
    return as.preparer.post<MovedFiling>('/filings', { taskId, organisationId: tree.unit.id, projectId, ...more })
  }
  const save = (who: Who, id: string, version: number, form: Form) =>
    now().as[who].ask<SavedFiling>('PUT', `/filings/${id}/form`, { version, form })
  const move = (who: Who, id: string, verb: string, more: object = {}) =>
    now().as[who].post<MovedFiling>(`/filings/${id}/${verb}`, more)
  const view = async (id: string, who: Who = 'preparer') => (await now().as[who].get<FilingView>(`/filings/${id}`)).body
  /** A declaration of its own project, filled in and saved. */
  const declared = async (name: string): Promise<{ id: string; project: string }> => {
    const project = await now().newProject(name)
    const { body } = await create(now().declaration, project)
    const { form, version } = await view(body.id)
    await save('preparer', body.id, version, filledTarget(form))
    return { id: body.id, project }
  }
  /** The same, approved by all. */
  const approved = async (name: string): Promise<{ id: string; project: string }> => {
    const made = await declared(name)
    await move('preparer', made.id, 'submit')
    for (const who of ['unit', 'department', 'finance'] as const) await move(who, made.id, 'approve')
    return made
  }
  return { create, save, move, view, declared, approved }
}
