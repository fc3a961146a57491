// Organisations, a year, its tasks and projects over HTTP: the whole journey of those who set it up, lists with faults
// at the cell, a later deadline for one unit, and who is late.
import { beforeAll, expect, it } from 'vitest'
import type { FoundOrganisation, OrganisationImport, OrganisationView } from '../api/organisations.ts'
import type { ProjectImport, ProjectPage } from '../api/projects.ts'
import type { TaskView } from '../api/tasks.ts'
import { writeList } from '../documents/list/write-list.ts'
import { type Browser, makePerson } from './server.test-kit.ts'
import { serverOfTree } from './tree.test-kit.ts'

const house = serverOfTree()
let administrator: Browser
let office: Browser
let preparer: Browser

beforeAll(async () => {
  const { bureau, unit } = house.tree
  await makePerson(house.server.context, 'guan', bureau, [['system-administrator', bureau]])
  await makePerson(house.server.context, 'ji', bureau, [['performance-office', bureau]])
  await makePerson(house.server.context, 'tian', unit, [['preparer', unit]])
  administrator = await house.signedIn('guan')
  office = await house.signedIn('ji')
  preparer = await house.signedIn('tian')
})

/** The bytes of a file, as the page sends them. */
async function send<T>(page: Browser, path: string, bytes: Uint8Array | string): Promise<{ status: number; body: T }> {
  const cookie = [...page.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const headers = { cookie, 'x-hengji': '1', 'content-type': 'application/octet-stream' }
  const body = typeof bytes === 'string' ? bytes : new Uint8Array(bytes)
  const response = await fetch(`${house.server.origin}/api${path}`, { method: 'POST', headers, body })
  return { status: response.status, body: (await response.json()) as T } // asserted by each test
}
const importing = (name: string, bytes: Uint8Array | string, more = '') =>
  send<OrganisationImport>(
    administrator,
    `/organisations/${house.tree.bureau.id}/import?name=${encodeURIComponent(name)}${more}`,
    bytes,
  )
const find = async (text: string, day = '') =>
  (await office.get<FoundOrganisation[]>(`/organisations?text=${encodeURIComponent(text)}${day && `&day=${day}`}`)).body

it('imports organisations from csv, telling every wrong cell and writing nothing until all are right', async () => {
  const wrong =
    '类型,代码,名称,上级代码\n主管部门,303,海川市农业局,\n预算单位,303101,,303\n预算单位,304101,种子站,304\n'
  const { status, body } = await importing('机构.csv', wrong)
  expect([status, body.applied, body.created]).toEqual([200, false, 2])
  expect(body.faults.map(({ cell }) => cell)).toEqual(['C3', 'D4'])
  expect(await find('农业局')).toEqual([])
  const right = wrong.replace('303101,,', '303101,农技站,').replace('种子站,304', '种子站,303')
  expect((await importing('机构.csv', right, '&dryRun=true')).body).toMatchObject({
    applied: false,
    created: 3,
    faults: [],
  })
  expect((await importing('机构.csv', right)).body).toMatchObject({ applied: true, created: 3 })
  expect((await find('种子站'))[0]?.above).toEqual(['海川市', '海川市财政局', '海川市农业局'])
})

it('imports them from xlsx too, naming sheet and cell', async () => {
  const list = (name: string) =>
    writeList('机构', ['类型', '代码', '名称', '上级代码'], [['预算单位', '303102', name, '303']])
  expect((await importing('机构.xlsx', list(''))).body.faults).toMatchObject([{ cell: '机构!C2' }])
  expect((await importing('机构.xlsx', list('农机站'))).body).toMatchObject({ applied: true, created: 1 })
})

it('renames, and answers an earlier day with the name of that day', async () => {
  const [before] = await find('农技站')
  const effect = { effectiveOn: '2024-02-01', reason: '机构改革' }
  const renamed = await administrator.post(`/organisations/${before?.id}/rename`, { name: '农业技术中心', ...effect })
  expect(renamed.status).toBe(204)
  expect(await find('农业技术中心', '2024-01-31')).toEqual([])
  expect(await find('农技站', '2024-01-31')).toMatchObject([{ id: before?.id, name: '农技站' }])
  expect(await find('农业技术中心')).toHaveLength(1)
  const { history } = (await office.get<OrganisationView>(`/organisations/${before?.id}`)).body
  expect(history[0]).toMatchObject({ verb: 'rename', effectiveOn: '2024-02-01', reason: '机构改革' })
  expect((await office.post(`/organisations/${before?.id}/rename`, { name: '甲', ...effect })).status).toBe(403)
})

it('imports projects, refusing a wrong amount and an unknown unit at their cells', async () => {
  const list = (unit: string, amount: string) =>
    `单位代码,项目名称,年度,财政拨款（万元）\n301001,水文站运行,2024,120\n${unit},种子检验,2024,${amount}\n`
  const bring = (text: string) => send<ProjectImport>(office, '/project-imports?name=a.csv', text)
  expect((await bring(list('399101', '十万'))).body.faults.map(({ cell }) => cell).sort()).toEqual(['A3', 'D3'])
  expect((await office.get<ProjectPage>('/projects')).body.rows).toEqual([])
  expect((await bring(list('304101', '10'))).body).toMatchObject({ applied: true })
  expect((await office.get<ProjectPage>('/projects')).body.rows.map(({ name }) => name).sort()).toEqual([
    '水文站运行',
    '种子检验',
  ])
  expect((await preparer.get<ProjectPage>('/projects')).body.rows.map(({ name }) => name)).toEqual(['水文站运行'])
})

it('opens a year and a task, gives one unit more time, and shows who is late', async () => {
  const year = {
    organisationId: house.tree.bureau.id,
    fiscalYear: 2024,
    name: '2024年预算绩效',
    profile: 'national@2020',
  }
  expect((await preparer.post('/cycles', year)).status).toBe(403)
  const { body: cycle } = await office.post<{ id: string }>('/cycles', year)
  expect((await office.post('/cycles', year)).body.code).toBe('cycle.exists')
  const task = {
    kind: 'declaration',
    title: '2024年目标申报',
    layout: 'national-target',
    opensOn: '2024-01-02',
    dueOn: '2024-02-29',
    organisations: [house.tree.bureau.id],
    below: ['unit'],
  }
  const upside = await office.post<{ errors: { path: string }[] }>(`/cycles/${cycle.id}/tasks`, {
    ...task,
    dueOn: '2023-12-31',
  })
  expect([upside.status, upside.body.errors.map(({ path }) => path)]).toEqual([400, ['dueOn']])
  const { body: opened } = await office.post<{ id: string; organisations: number }>(`/cycles/${cycle.id}/tasks`, task)
  // the bureau itself and the units
  expect(opened.organisations).toBe(5)
  const lateOnes = async () =>
    (await office.get<TaskView>(`/tasks/${opened.id}`)).body.organisations
      .filter(({ late }) => late)
      .map(({ name }) => name)
  expect(await lateOnes()).toEqual(['海川市水文站', '种子站'])
  const seeds = (await find('种子站'))[0]?.id
  const extension = { organisationId: seeds, to: '2024-03-15', reason: '灾情' }
  expect((await office.post(`/tasks/${opened.id}/extensions`, extension)).status).toBe(204)
  expect(await lateOnes()).toEqual(['海川市水文站'])
  expect(
    (await office.post(`/tasks/${opened.id}/extensions`, { ...extension, organisationId: house.tree.foreign.id })).body
      .code,
  ).toBe('task.notFor')
  expect((await office.post(`/cycles/${cycle.id}/close`)).status).toBe(204)
  const refused = await preparer.post('/filings', {
    taskId: opened.id,
    organisationId: house.tree.unit.id,
    projectId: (await preparer.get<ProjectPage>('/projects')).body.rows[0]?.id,
  })
  expect(refused.body.code).toBe('filing.refused')
})
