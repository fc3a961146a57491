// A year's work to be loaded: one bureau, a unit with a signed-in preparer for every filing of forty indicators.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Context } from '../../src/actions/context.ts'
import { createFiling } from '../../src/actions/create-filing.ts'
import { actorOfSession, hashOfSecret, newSecret } from '../../src/actions/identify.ts'
import { openCycle } from '../../src/actions/open-cycle.ts'
import { openTask } from '../../src/actions/open-task.ts'
import { saveFiling } from '../../src/actions/save-filing.ts'
import { createProject } from '../../src/actions/save-project.ts'
import { readDocument } from '../../src/documents/read-document.ts'
import type { Form } from '../../src/kernel/form/form.ts'
import type { Organisation, OrganisationKind } from '../../src/kernel/organisation/organisation.ts'
import { withTx } from '../../src/store/db.ts'
import * as grants from '../../src/store/grants.ts'
import * as organisations from '../../src/store/organisations.ts'
import * as people from '../../src/store/people.ts'
import * as sessions from '../../src/store/sessions.ts'

export const ROWS = 40
/** Stands in the form where every save writes something new. */
export const MARK = '§§'

/** Filings begun at a time. */
const AT_ONCE = 8

/** One preparer at the keyboard: the secret of the cookie, the filing, and the version a save begins with. */
export type Preparer = { readonly secret: string; readonly filing: string; readonly version: number }

export type Year = {
  readonly preparers: readonly Preparer[]
  /** What each of them saves, as JSON with MARK in it. */
  readonly form: string
}

/** As many preparers as asked for, in a database that holds nothing yet. */
export async function makeYear(context: Context, count: number): Promise<Year> {
  const form = await largeTarget()
  const { bureau, units } = await makeTree(context, count)
  const fiscalYear = context.now().getFullYear()
  const { id: cycleId } = await openCycle(context, {
    organisationId: bureau.id,
    fiscalYear,
    name: `${fiscalYear}年预算绩效`,
    profile: 'national@2020',
  })
  const { id: taskId } = await openTask(context, {
    cycleId,
    kind: 'declaration',
    title: '绩效目标申报',
    layout: 'national-target',
    opensOn: `${fiscalYear}-01-01`,
    dueOn: `${fiscalYear}-12-31`,
    closesOn: null,
    organisations: [bureau.id],
    below: ['unit'],
  })
  const secrets = await signIn(context, units)
  const preparers: Preparer[] = []
  for (let i = 0; i < units.length; i += AT_ONCE) {
    const some = units.slice(i, i + AT_ONCE)
    const begin = (unit: Organisation, k: number) =>
      beginFiling(context, { taskId, unit: unit.id, secret: secrets[i + k] ?? '' }, form)
    preparers.push(...(await Promise.all(some.map(begin))))
  }
  return { preparers, form: JSON.stringify(form) }
}

/** The indicators of the published forms, as many as asked for, as a target that is being drafted. */
async function largeTarget(): Promise<Form> {
  const path = join(import.meta.dirname, '..', '..', 'demo', '002.txt')
  const { forms } = await readDocument(readFileSync(path), '002.txt')
  const rows = forms.flatMap(({ indicators }) => indicators).slice(0, ROWS)
  const [first] = forms
  if (first === undefined || rows.length < ROWS) throw new Error('too few indicators in the demonstration')
  const { sources, doubts, layout, ...form } = first
  return {
    ...form,
    kind: 'project-target',
    layout: 'national-target',
    goals: { ...form.goals, annual: `第${MARK}次保存：${form.goals.annual ?? form.goals.expected ?? ''}` },
    indicators: rows.map((row, i) => ({ ...row, key: `row${i}`, actual: null, score: null, deviation: null })),
  }
}

async function makeTree(context: Context, count: number) {
  const make = (kind: OrganisationKind, code: string, name: string, parent: Organisation | null) => {
    const id = context.newId()
    const path = `${parent?.path ?? '/'}${id}/`
    const place = { region: '海川市', validFrom: '2020-01-01', validTo: null }
    return { id, kind, code, name, parentId: parent?.id ?? null, path, ...place }
  }
  const region = make('region', '990100', '海川市', null)
  const bureau = make('finance', '900', '海川市财政局', region)
  const departments = Array.from({ length: Math.ceil(count / 50) }, (_, i) =>
    make('department', String(301 + i), `海川市第${i + 1}局`, bureau),
  )
  const units = Array.from({ length: count }, (_, i) => {
    const department = departments[Math.floor(i / 50)] ?? bureau
    return make('unit', `${department.code}${String((i % 50) + 1).padStart(3, '0')}`, `海川市第${i + 1}站`, department)
  })
  await withTx(context.db, (tx) => organisations.insertAll(tx, [region, bureau, ...departments, ...units]))
  return { bureau, units }
}

/** A preparer for each unit, signed in; the secrets of the cookies. */
const signIn = (context: Context, units: readonly Organisation[]): Promise<string[]> =>
  withTx(context.db, async (tx) => {
    const secrets: string[] = []
    for (const [i, unit] of units.entries()) {
      const [person, secret, now] = [context.newId(), newSecret(), context.now()]
      const account = { id: person, login: `preparer${i}`, name: `填报人${i}`, organisation: unit.id }
      await people.create(tx, { ...account, password: null, mustChangePassword: false }, now)
      const grant = { id: context.newId(), person, role: 'preparer' as const, organisation: unit.id }
      await grants.create(tx, grant, { now, by: 'bench' })
      await sessions.open(tx, {
        id: hashOfSecret(secret),
        person_id: person,
        created_at: now,
        expires_at: new Date(now.getTime() + 86_400_000),
        pending_factor: false,
        agent: 'bench',
        address: '127.0.0.1',
      })
      secrets.push(secret)
    }
    return secrets
  })

type Beginning = { readonly taskId: string; readonly unit: string; readonly secret: string }

async function beginFiling(context: Context, { taskId, unit, secret }: Beginning, form: Form): Promise<Preparer> {
  const nothing = { code: '', nature: null, category: null, startsOn: null, endsOn: null, funds: [] }
  const project = await createProject(context, { ...nothing, organisationId: unit, name: '水文站点运行维护' })
  const actor = await actorOfSession(context, secret)
  if (actor === undefined) throw new Error('the session just opened is not there')
  const own = { ...context, actor }
  const { id } = await createFiling(own, { taskId, organisationId: unit, projectId: project.id, from: 'empty' })
  const { version } = await saveFiling(own, { id, version: 1, form })
  return { secret, filing: id, version }
}
