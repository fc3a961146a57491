// What the public sees, over HTTP, without signing in: real database, real forms.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { importDocument } from '../actions/import-document.ts'
import type { Scan } from '../api/compilations.ts'
import type { FormList } from '../api/forms.ts'
import type { PublicationStep, PublicDepartment, PublicList, PublicProject } from '../api/publications.ts'
import { readDocument } from '../documents/read-document.ts'
import type { Form } from '../kernel/form/form.ts'
import { withTx } from '../store/db.ts'
import * as forms from '../store/forms.ts'
import { actsOf, startYear, type YearOfWork } from './filings.test-kit.ts'
import { openBrowser } from './server.test-kit.ts'

const database = testDatabase()
let year: YearOfWork
const acts = actsOf(() => year)
const visitor = () => openBrowser(year.server.origin)
const found = async (text: string) =>
  (await visitor().get<PublicList>(`/public/forms?text=${encodeURIComponent(text)}`)).body
const stepsOf = async (id: string) =>
  (await visitor().get<readonly PublicationStep[]>(`/public/forms/${id}/steps`)).body
const text = async (path: string) => (await fetch(`${year.server.origin}/api${path}`)).text()

beforeAll(async () => {
  year = await startYear(database)
  await importDocument(year.server.context, { bytes: readFileSync('demo/002.txt'), name: '002.txt', published: true })
})
afterAll(() => year.server.close())

describe('a filing', () => {
  it('is in public once published, as published; withdrawn it stays, with day and reason', async () => {
    const { id } = await acts.approved('水文站运行维护')
    expect((await found('水文站运行维护')).total).toBe(0)
    expect((await acts.move('department', id, 'publish')).status).toBe(200)
    const [row] = (await found('水文站运行维护')).rows
    expect(row).toMatchObject({ project: '水文站运行维护', budget: '1200000', retractedAt: null, correctedAt: null })

    year.server.pass(10)
    await acts.move('department', id, 'retract', { reason: '金额有误' })
    const [after] = (await found('水文站运行维护')).rows
    expect(after).toMatchObject({ formId: row?.formId, reason: '金额有误', retractedAt: '2024-03-01T01:10:00.000Z' })
    expect(await text('/public/feed')).toContain('已撤回，原因：金额有误')
    expect(await text('/public/data?text=水文站运行维护')).not.toContain('运行维护水文站点数')

    year.server.pass(10)
    await acts.move('department', id, 'publish')
    expect((await found('水文站运行维护')).rows[0]).toMatchObject({
      retractedAt: null,
      reason: null,
      correctedAt: '2024-03-01T01:20:00.000Z',
    })
    expect((await stepsOf(row?.formId ?? '')).map(({ what, reason }) => [what, reason])).toEqual([
      ['published', null],
      ['retracted', '金额有误'],
      ['corrected', null],
    ])
  })

  it('shows the public nothing of a draft, nor of who did what', async () => {
    const { id } = await acts.declared('未公开的项目')
    expect((await found('未公开的项目')).total).toBe(0)
    const { form } = await acts.view(id)
    expect(form.project?.name).toBe('未公开的项目')
    const all = (await Promise.all(['/public/forms', '/public/feed', '/public/data'].map(text))).join()
    expect(all).not.toMatch(/未公开的项目|名bu|名tian/)
  })
})

describe('published documents', () => {
  it('are found by region, year and grade; a department has its forms with execution and score', async () => {
    const { body } = await visitor().get<PublicList>('/public/forms?region=上海市&year=2023')
    expect(body.total).toBeGreaterThan(1)
    expect(body.rows.every((row) => row.region === '上海市' && row.year === 2023)).toBe(true)
    const graded = (await visitor().get<PublicList>('/public/forms?grade=优')).body
    expect(graded.rows.length).toBeGreaterThan(0)
    expect(graded.rows.every(({ grade }) => grade === '优')).toBe(true)
    const name = body.rows[0]?.unit ?? ''
    const office = await visitor().get<PublicDepartment>(`/public/department?region=上海市&name=${name}`)
    expect(office.body.rows.length).toBeGreaterThan(1)
    expect(office.body.rows.filter(({ rate, score }) => rate !== null && score !== null).length).toBeGreaterThan(1)
  })

  it('of one project are compared over the years', async () => {
    const [row] = (await found('宣传业务经费')).rows
    const form = await published(row?.formId)
    const next: Form = { ...form, year: 2024, totals: { ...form.totals, score: '99.00' } }
    const { context } = year.server
    const stamp = { now: context.now(), by: '测试', newId: context.newId }
    await withTx(database.db, (tx) => forms.save(tx, next, { reason: '导入', stamp, published: true }))
    const address = `/public/project?region=${row?.region}&unit=${row?.unit}&name=${row?.project}`
    const { body } = await visitor().get<PublicProject>(address)
    expect(body.years.map(({ year, score }) => [year, score])).toEqual([
      [2023, '97.52'],
      [2024, '99.00'],
    ])
    expect(body.indicators.every(({ years }) => years.length === 2)).toBe(true)
  })

  it('of one project are given as open data without other projects and units that are called alike', async () => {
    const [row] = (await found('宣传业务经费')).rows
    const form = await published(row?.formId)
    const { context } = year.server
    const stamp = { now: context.now(), by: '测试', newId: context.newId }
    const save = (project: string, unit: string) => {
      const own: Form = {
        ...form,
        project: { ...(form.project as NonNullable<Form['project']>), name: project }, // a project form
        unit: { code: null, ...form.unit, name: unit },
      }
      return withTx(database.db, (tx) => forms.save(tx, own, { reason: '导入', stamp, published: true }))
    }
    await save('河道保洁', '甲中心')
    await save('河道保洁', '乙中心')
    await save('河道保洁设备购置', '甲中心')
    const address = `/public/data?project=河道保洁&unit=甲中心&region=${row?.region}`
    const { forms: given } = JSON.parse(await text(address)) as { forms: Form[] } // our writer's
    expect(given.map(({ project, unit }) => [project?.name, unit?.name])).toEqual([['河道保洁', '甲中心']])
    const listed = (await visitor().get<PublicList>('/public/forms?project=河道保洁&unit=乙中心')).body
    expect(listed.rows.map(({ project, unit }) => [project, unit])).toEqual([['河道保洁', '乙中心']])
  })

  it('are given as open data that reads back', async () => {
    const data = JSON.parse(await text('/public/data?text=宣传业务经费&year=2023')) as { forms: Form[] } // our writer's
    expect(data.forms.map(({ project }) => project?.name)).toEqual(['宣传业务经费'])
    expect(await text('/public/data?format=csv&text=宣传业务经费')).toContain('宣传海报数量')
    const feed = await fetch(`${year.server.origin}/api/public/feed`)
    expect(feed.headers.get('content-type')).toContain('application/atom+xml')
    expect(await feed.text()).toMatch(/^<\?xml[\s\S]*<feed xmlns="http:\/\/www.w3.org\/2005\/Atom"[\s\S]*<\/feed>\n$/)
  })
})

const published = async (id: string | undefined): Promise<Form> =>
  (await visitor().get<{ form: Form }>(`/forms/${id}`)).body.form

describe('an imported form of an office', () => {
  const ofUnit = async (project: string, changes: Partial<Form> = {}): Promise<string> => {
    const { context } = year.server
    const [row] = (await found('宣传业务经费')).rows
    const form = await published(row?.formId)
    const own: Form = {
      ...form,
      ...changes,
      project: { ...(form.project as NonNullable<Form['project']>), name: project },
    } // a project form
    const stamp = { now: context.now(), by: '测试', newId: context.newId }
    const { id } = await withTx(database.db, (tx) => forms.save(tx, own, { reason: '导入', stamp }))
    await database.db.updateTable('form').set({ organisation_id: year.tree.unit.id }).where('id', '=', id).execute()
    return id
  }

  it('is published and taken back by its department, and by nobody else', async () => {
    const id = await ofUnit('本单位的项目')
    const by = (who: 'preparer' | 'stranger' | 'department') =>
      year.as[who].post(`/forms/${id}/publish`, { version: 1 })
    expect((await by('preparer')).status).toBe(403)
    expect((await by('stranger')).status).toBe(404)
    expect((await visitor().get(`/forms/${id}`)).status).toBe(404)
    expect((await by('department')).status).toBe(204)
    expect((await found('本单位的项目')).total).toBe(1)
    await year.as.department.post(`/forms/${id}/retract`, { reason: '重复公开' })
    expect((await found('本单位的项目')).rows[0]).toMatchObject({ reason: '重复公开' })
    expect((await stepsOf(id)).map(({ what }) => what)).toEqual(['published', 'retracted'])
    expect((await year.as.department.post(`/forms/${id}/retract`, { reason: '再一次' })).body.message).toContain(
      '已经撤回',
    )
  })

  it('with personal data or as a draft is not published, and the places are named', async () => {
    const goals = { overall: null, annual: null, expected: '完成宣传', actual: '联系人王某，电话13800138000。' }
    const id = await ofUnit('带手机号的项目', { goals, title: '项目支出绩效自评表（草稿）' })
    const { status, body } = await year.as.department.post(`/forms/${id}/publish`, { version: 1 })
    expect(status).toBe(422)
    expect(body).toMatchObject({ code: 'publication.unfit', errors: [{ path: 'goals.actual' }, { path: 'title' }] })
    expect(JSON.stringify(body)).not.toContain('13800138000')
    const scan = await year.as.department.post<Scan>('/compilations/scan', { forms: [id] })
    expect(scan.body.forms[0]).toMatchObject({ unfit: true, findings: [{ rule: 'A23' }, { rule: 'P05' }] })
  })
})

describe('what is against publication', () => {
  it('stops a filing with the reasons, until they are acknowledged, which the audit keeps', async () => {
    const { id } = await acts.declared('带征求意见字样的项目')
    const { form, version } = await acts.view(id)
    const told = { ...form, goals: { ...form.goals, annual: `${form.goals.annual}详见征求意见稿。` } }
    await acts.save('preparer', id, version, told)
    await acts.move('preparer', id, 'submit')
    for (const who of ['unit', 'department', 'finance'] as const) await acts.move(who, id, 'approve')
    const refused = await acts.move('department', id, 'publish')
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'publication.unfit', errors: [{ path: 'goals.annual', message: expect.stringContaining('P05') }] },
    })
    expect((await found('带征求意见字样的项目')).total).toBe(0)
    expect((await acts.move('department', id, 'publish', { acknowledged: true })).body.state).toBe('published')
    const events = await database.db
      .selectFrom('event')
      .select('details')
      .where('subject', '=', id)
      .where('name', '=', 'filing.publish')
      .execute()
    expect(events).toMatchObject([{ details: { acknowledged: true } }])
  })

  it('a document read again changes nothing in public until its new version is published', async () => {
    const { context } = year.server
    const project = '再次导入的项目'
    const [row] = (await found('宣传业务经费')).rows
    const form = await published(row?.formId)
    const first: Form = { ...form, project: { ...(form.project as NonNullable<Form['project']>), name: project } } // a project form
    const stamp = { now: context.now(), by: '测试', newId: context.newId }
    const options = { reason: '导入', stamp, published: true }
    const { id } = await withTx(database.db, (tx) => forms.save(tx, first, options))
    const corrected = { ...first, totals: { ...first.totals, score: '60.00' } }
    await withTx(database.db, (tx) => forms.save(tx, corrected, options))
    const inPublic = async () => (await published(id)).totals.score
    const listed = async () => (await visitor().get<FormList>(`/forms?text=${project}`)).body.rows[0]?.score
    expect([await inPublic(), await listed()]).toEqual([first.totals.score, first.totals.score])
    expect((await stepsOf(id)).map(({ what }) => what)).toEqual(['published'])

    await database.db.updateTable('form').set({ organisation_id: year.tree.unit.id }).where('id', '=', id).execute()
    expect((await year.as.department.post(`/forms/${id}/publish`, { version: 2 })).status).toBe(204)
    expect([await inPublic(), await listed()]).toEqual(['60.00', '60.00'])
  })
})

describe('a compilation', () => {
  const chosen = async () => {
    const { rows } = (await year.as.department.get<FormList>('/forms?text=经费&year=2023')).body
    return rows.map(({ id }) => id)
  }
  it.each(['docx', 'pdf', 'xlsx'])('as %s has the chosen forms in their order', async (format) => {
    const ids = (await chosen()).slice(0, 3)
    const cookie = [...year.as.department.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(`${year.server.origin}/api/compilations`, {
      method: 'POST',
      headers: { cookie, 'x-hengji': '1', 'content-type': 'application/json' },
      body: JSON.stringify({ forms: ids, title: '2023年自评汇编', format }),
    })
    expect(response.status).toBe(200)
    const { forms: back } = await readDocument(new Uint8Array(await response.arrayBuffer()), `汇编.${format}`)
    const names = await Promise.all(ids.map(async (id) => (await published(id)).project?.name))
    expect(back.map(({ project }) => project?.name)).toEqual(names)
  })

  it('needs somebody who is signed in, and forms that person may see', async () => {
    const forms = await chosen()
    expect((await visitor().post('/compilations', { forms, title: '汇编', format: 'pdf' })).status).toBe(401)
    const unknown = ['0193a000-0000-7000-8000-000000000000']
    expect((await year.as.unit.post('/compilations/scan', { forms: unknown })).status).toBe(404)
    expect((await year.as.unit.post('/compilations/scan', { forms: [] })).body.message).toContain('请选择至少一张表')
  })
})
