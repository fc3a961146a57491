// A year is opened for the units of a department; projects come from a list; everybody sees who is late.
import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import type { Organisation, OrganisationKind } from '../kernel/organisation/organisation.ts'
import type { Actor } from '../kernel/policy/actor.ts'
import type { Role } from '../kernel/policy/roles.ts'
import { withTx } from '../store/db.ts'
import * as organisations from '../store/organisations.ts'
import * as tasks from '../store/tasks.ts'
import { closeTask, extendTask, openTaskFor, reopenTask } from './change-task.ts'
import { closeCycle, reopenCycle } from './close-cycle.ts'
import type { Context } from './context.ts'
import { getTask } from './get-task.ts'
import { importProjects } from './import-projects.ts'
import { getCycle, listCycles } from './list-cycles.ts'
import { getProject, listProjects } from './list-projects.ts'
import { newId } from './new-id.ts'
import { openCycle } from './open-cycle.ts'
import { openTask } from './open-task.ts'
import { closeProject, createProject, saveProject } from './save-project.ts'

const database = testDatabase()
let clock = Date.UTC(2024, 1, 1)
const now = () => new Date(clock++)
const on = (day: string) => {
  clock = Date.parse(`${day}T02:00:00Z`)
}

const made = new Map<string, Organisation>()
const place = (code: string, kind: OrganisationKind, name: string, above?: string): Organisation => {
  const id = newId(now())
  const parent = above === undefined ? undefined : made.get(above)
  const organisation: Organisation = {
    id,
    kind,
    code,
    name,
    parentId: parent?.id ?? null,
    path: `${parent?.path ?? '/'}${id}/`,
    region: '天津市',
    validFrom: '2020-01-01',
    validTo: null,
  }
  made.set(code, organisation)
  return organisation
}
place('120000', 'finance', '天津市财政局')
place('355', 'department', '市市场监管委', '120000')
place('355101', 'unit', '市食检院', '355')
place('355102', 'unit', '市计量院', '355')
place('356', 'department', '市药监局', '120000')
place('310000', 'finance', '上海市财政局')
const at = (code: string): Organisation => made.get(code) ?? place(code, 'unit', code)
const as = (role: Role, code: string): Context => {
  const { id, path } = at(code)
  const actor: Actor = {
    kind: 'person',
    id: newId(now()),
    name: `${role} ${code}`,
    grants: [{ role, organisation: id, path }],
    scopes: null,
  }
  return { db: database.db, actor, now, newId: () => newId(now()) }
}
const office = () => as('performance-office', '120000')
const list = (text: string) => ({ bytes: Buffer.from(text), name: '项目.csv', dryRun: false })
const window = { opensOn: '2024-03-01', dueOn: '2024-03-31', closesOn: '2024-04-30' }
let cycleId = ''
let taskId = ''

beforeAll(async () => {
  await withTx(database.db, (tx) => organisations.insertAll(tx, [...made.values()]))
  cycleId = (
    await openCycle(office(), {
      organisationId: at('120000').id,
      fiscalYear: 2024,
      name: '2024年度绩效目标',
      profile: 'tianjin@2024',
    })
  ).id
  const opened = await openTask(office(), {
    cycleId,
    kind: 'declaration',
    title: '绩效目标申报',
    layout: 'tianjin-target',
    ...window,
    organisations: [at('355').id],
    below: ['unit'],
  })
  expect(opened.organisations).toBe(3)
  taskId = opened.id
})

describe('年度与任务', () => {
  it('are seen by those above and below who run it, and by nobody of another place', async () => {
    expect((await listCycles(as('preparer', '355101'))).map((cycle) => cycle.id)).toEqual([cycleId])
    expect((await getCycle(office(), { id: cycleId })).tasks).toMatchObject([
      { title: '绩效目标申报', dueOn: '2024-03-31', closed: false },
    ])
    expect(await listCycles(as('performance-office', '310000'))).toEqual([])
    await expect(getCycle(as('performance-office', '310000'), { id: cycleId })).rejects.toMatchObject({
      code: 'cycle.notFound',
    })
  })

  it.each([
    [
      'a preparer',
      () =>
        openCycle(as('preparer', '355101'), {
          organisationId: at('355101').id,
          fiscalYear: 2024,
          name: '甲',
          profile: 'tianjin@2024',
        }),
      'permission.denied',
    ],
    [
      'the same cycle twice',
      () =>
        openCycle(office(), {
          organisationId: at('120000').id,
          fiscalYear: 2024,
          name: '2024年度绩效目标',
          profile: 'tianjin@2024',
        }),
      'cycle.exists',
    ],
    [
      'a profile nobody knows',
      () =>
        openCycle(office(), { organisationId: at('120000').id, fiscalYear: 2024, name: '乙', profile: 'mars@2024' }),
      'profile.unknown',
    ],
    [
      'an extension for whom the task is not open',
      () => extendTask(office(), { id: taskId, organisationId: at('356').id, to: '2024-05-01', reason: '请示' }),
      'task.notFor',
    ],
  ])('refuses %s', async (_, act, code) => {
    await expect(act()).rejects.toMatchObject({ code })
  })

  it('opens a task for more organisations, never outside of the cycle, and counts each once', async () => {
    expect(await openTaskFor(office(), { id: taskId, organisations: [at('356').id, at('355').id], below: [] })).toEqual(
      { added: 1 },
    )
  })
})

describe('项目', () => {
  const text =
    '单位代码,项目代码,项目名称,年度,财政拨款（万元）\n355101,12000024T000000000001,食品抽检,2024,12.34\n355101,,设备购置,2024,5\n355102,,强制检定,2024,8\n'

  it('come from a list, once', async () => {
    expect(await importProjects(as('department-reviewer', '355'), list(text))).toMatchObject({
      applied: true,
      created: 3,
    })
    expect(await importProjects(as('department-reviewer', '355'), list(text))).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 3,
    })
  })

  it('a preparer imports for the own unit only, each refusal at its cell', async () => {
    const { applied, faults } = await importProjects(as('preparer', '355101'), list(text))
    expect(applied).toBe(false)
    expect(faults).toEqual([{ cell: 'A4', message: expect.stringContaining('不在您的职责范围内') }])
  })

  it('are listed by scope, words and pages', async () => {
    const all = await listProjects(as('department-reviewer', '355'), { limit: 2 })
    expect([all.rows.length, all.next !== null]).toEqual([2, true])
    const rest = await listProjects(as('department-reviewer', '355'), { limit: 2, after: all.next ?? undefined })
    expect([rest.rows.length, rest.next]).toEqual([1, null])
    expect((await listProjects(as('preparer', '355102'), { limit: 50 })).rows.map((row) => row.name)).toEqual([
      '强制检定',
    ])
    expect((await listProjects(as('preparer', '355101'), { text: '食检院 抽检', limit: 50 })).rows).toHaveLength(1)
    expect((await listProjects(as('department-reviewer', '356'), { limit: 50 })).rows).toEqual([])
  })

  it('keep one identity when renamed, and refuse a save on an older state', async () => {
    const [row] = (await listProjects(as('preparer', '355101'), { text: '食品抽检', limit: 1 })).rows
    const { id = '', organisationId = '', revision = 0 } = row ?? {}
    const fields = {
      organisationId,
      code: '12000024T000000000001',
      nature: null,
      category: null,
      startsOn: null,
      endsOn: null,
      funds: [],
    }
    await saveProject(as('preparer', '355101'), { id, revision, name: '食品安全抽检', ...fields })
    await expect(saveProject(as('preparer', '355101'), { id, revision, name: '丙', ...fields })).rejects.toMatchObject({
      code: 'project.changed',
    })
    expect(await getProject(as('preparer', '355101'), { id })).toMatchObject({
      name: '食品安全抽检',
      funds: [{ year: 2024, amount: '123400' }],
    })
    await expect(getProject(as('preparer', '355102'), { id })).rejects.toMatchObject({ code: 'project.notFound' })
    await expect(createProject(as('preparer', '355101'), { name: '丁', ...fields })).rejects.toMatchObject({
      code: 'project.codeTaken',
    })
  })
})

describe('谁逾期', () => {
  const rowOf = async (context: Context, code: string) =>
    (await getTask(context, { id: taskId })).organisations.find((row) => row.code === code)

  it('expects one form a project in force, and counts what is not started', async () => {
    on('2024-04-01')
    expect(await rowOf(office(), '355101')).toMatchObject({
      expected: 2,
      notStarted: 2,
      deadline: '2024-04-01',
      phase: 'open',
      late: false,
    })
    on('2024-04-02')
    expect(await rowOf(office(), '355101')).toMatchObject({ phase: 'late', late: true })
    const [row] = (await listProjects(as('preparer', '355101'), { text: '设备', limit: 1 })).rows
    await closeProject(as('preparer', '355101'), { id: row?.id ?? '' })
    expect(await rowOf(office(), '355101')).toMatchObject({ expected: 1 })
  })

  it('an extension moves the deadline of one organisation alone', async () => {
    await extendTask(office(), { id: taskId, organisationId: at('355102').id, to: '2024-05-10', reason: '机构调整' })
    on('2024-05-09')
    expect(await rowOf(office(), '355102')).toMatchObject({ deadline: '2024-05-10', phase: 'open', late: false })
    expect(await rowOf(office(), '355101')).toMatchObject({ phase: 'closed', late: true })
  })

  it('everybody sees the own part', async () => {
    expect((await getTask(as('preparer', '355102'), { id: taskId })).organisations.map((row) => row.code)).toEqual([
      '355102',
    ])
    expect(
      (await getTask(as('department-reviewer', '355'), { id: taskId })).organisations.map((row) => row.code),
    ).toEqual(['355', '355101', '355102'])
  })

  it('a closed task or year is closed for all until it is reopened', async () => {
    on('2024-03-05')
    const open = async () => (await tasks.windowFor(database.db, taskId, at('355101').id))?.closed
    await closeTask(office(), { id: taskId })
    expect(await open()).toBe(true)
    await reopenTask(office(), { id: taskId })
    expect(await open()).toBe(false)
    await closeCycle(office(), { id: cycleId })
    expect(await open()).toBe(true)
    await reopenCycle(office(), { id: cycleId })
    expect(await open()).toBe(false)
  })
})
