// A filing from its declaration to its publication, as the people of the year's work go through it over HTTP.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import type { FilingList } from '../api/filings.ts'
import type { StartableRow } from '../api/work.ts'
import type { Form } from '../kernel/form/form.ts'
import { rebuildFacts } from '../store/facts.ts'
import { verify } from '../store/verify.ts'
import { actsOf, filledResults, retarget, startYear, type Who, type YearOfWork } from './filings.test-kit.ts'

const database = testDatabase()
let year: YearOfWork
const { create, save, move, view, declared, approved } = actsOf(() => year)

beforeAll(async () => {
  year = await startYear(database)
})
afterAll(() => year.server.close())

describe('a declaration', () => {
  it('begins as the official form under the head of the registry', async () => {
    const project = await year.newProject('水文站运行维护')
    const { status, body } = await create(year.declaration, project)
    expect(status, JSON.stringify(body)).toBe(200)
    const filing = await view(body.id)
    expect(filing.form).toMatchObject({
      year: 2024,
      region: '海川市',
      department: { name: '海川市水务局' },
      unit: { code: '301001', name: '海川市水文站' },
      project: { name: '水文站运行维护' },
      indicators: [],
    })
    expect(filing.form.funds.length).toBeGreaterThan(2)
    const refused = await move('preparer', body.id, 'submit')
    expect(refused.status).toBe(422)
    expect((refused.body as unknown as { errors: { path: string }[] }).errors.map(({ path }) => path)).toContain(
      'indicators',
    )
  })

  it('can be saved unfinished, and is refused only when it is submitted', async () => {
    const made = await declared('试算')
    const filing = await view(made.id)
    expect(filing.check.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(filing.missing).toEqual([])
  })
})

describe('the way of a target', () => {
  it('goes from the unit over department and finance to an approved, locked version', async () => {
    const { id } = await declared('全程审核')
    expect((await move('preparer', id, 'submit')).body).toMatchObject({ state: 'unit-review' })
    expect((await view(id)).standing).toBe('2024-03-01起单位审核（名dan）。')
    expect((await move('department', id, 'approve')).body.message).toContain('单位审核人')
    expect((await move('preparer', id, 'approve')).status).toBe(403)
    expect((await move('unit', id, 'approve')).body).toMatchObject({ state: 'department-review' })
    expect((await move('department', id, 'approve')).body).toMatchObject({ state: 'finance-review' })
    expect((await move('finance', id, 'approve')).body).toMatchObject({ state: 'approved' })
    const filing = await view(id)
    expect(filing.approvedVersion).toBe(filing.version)
    expect((await save('preparer', id, filing.version, filing.form)).body).toMatchObject({ code: 'filing.refused' })
    expect(filing.steps.map(({ verb }) => verb)).toEqual(['create', 'submit', 'approve', 'approve', 'approve'])
  })

  it('derives facts from what was approved, never from a draft', async () => {
    const { id } = await declared('只计批复')
    const facts = async () =>
      (
        await database.db
          .selectFrom('indicator_fact as i')
          .innerJoin('form as f', 'f.id', 'i.form_id')
          .where('f.filing_id', '=', id)
          .select('i.name')
          .execute()
      ).length
    expect(await facts()).toBe(0)
    await move('preparer', id, 'submit')
    for (const who of ['unit', 'department', 'finance'] as const) await move(who, id, 'approve')
    expect(await facts()).toBe(7)
  })

  it('is kept for one reviewer while he reads it, until he lets go', async () => {
    const { id } = await declared('受理锁定')
    await move('preparer', id, 'submit')
    await move('unit', id, 'approve')
    await move('department', id, 'accept')
    expect((await view(id, 'office')).standing).toContain('名bu已受理')
    expect((await move('preparer', id, 'withdraw')).body.message).toContain('不能撤回')
    expect((await move('department', id, 'release')).status).toBe(200)
  })

  it('comes back to the preparer as long as nobody has accepted it', async () => {
    const { id } = await declared('撤回')
    await move('preparer', id, 'submit')
    await move('unit', id, 'accept')
    expect((await move('preparer', id, 'withdraw')).body.message).toContain('已受理')
    await move('unit', id, 'release')
    expect((await move('preparer', id, 'withdraw')).body).toMatchObject({ state: 'draft' })
  })

  it('is sent back with a reason, to a chosen step, and only the failing cells are open then', async () => {
    const { id } = await declared('部分退回')
    await move('preparer', id, 'submit')
    await move('unit', id, 'approve')
    await move('department', id, 'approve')
    expect((await move('finance', id, 'send-back')).status).toBe(400)
    expect((await move('finance', id, 'send-back', { reason: '请复核', to: 'department-review' })).body).toMatchObject({
      state: 'department-review',
    })
    const back = { reason: '指标值偏低', paths: ['indicators[0]'] }
    expect((await move('department', id, 'send-back', back)).body).toMatchObject({ state: 'returned' })
    const { form, version, onlyCells } = await view(id)
    expect(onlyCells).toEqual(['indicators[0]'])
    const withGoal = { ...form, goals: { ...form.goals, annual: '改写' } }
    const refused = await save('preparer', id, version, withGoal)
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'filing.fixedCells', errors: [{ path: 'goals.annual' }] },
    })
    const raised = retarget(form, 0, '≥38个')
    expect((await save('preparer', id, version, raised)).body).toMatchObject({ outcome: 'changed' })
    expect((await view(id)).form.indicators[0]?.target).toMatchObject({ value: '38', comparator: '>=' })
    await move('preparer', id, 'submit')
    await move('preparer', id, 'withdraw')
    expect((await view(id)).onlyCells).toEqual(['indicators[0]'])
  })

  it('waits for everybody who was asked to countersign', async () => {
    const { id } = await declared('会签')
    await move('preparer', id, 'submit')
    await move('unit', id, 'approve')
    await move('department', id, 'ask-to-sign', { persons: [year.ids.office] })
    expect((await move('department', id, 'approve')).body.message).toContain('还有1人未会签：名ji')
    expect((await move('finance', id, 'sign', { opinion: '同意' })).status).toBe(409)
    expect((await move('office', id, 'sign', { opinion: '同意' })).status).toBe(200)
    expect((await move('department', id, 'approve')).body).toMatchObject({ state: 'finance-review' })
  })

  it('is done by a delegate, who must see it and must not have filled it in', async () => {
    const { id } = await declared('转办')
    await move('preparer', id, 'submit')
    await move('unit', id, 'approve')
    expect((await move('department', id, 'delegate', { person: year.ids.stranger })).body.message).toContain(
      '不能交给名lin',
    )
    expect((await move('department', id, 'delegate', { person: year.ids.preparer })).body.message).toContain('自己填报')
    await move('department', id, 'delegate', { person: year.ids.unit })
    expect((await move('unit', id, 'approve')).body).toMatchObject({ state: 'finance-review' })
    expect((await move('unit', id, 'approve')).status).toBe(403)
  })

  it('does not go on against the conclusion of its own review sheet', async () => {
    const { id } = await declared('四性审核')
    await move('preparer', id, 'submit')
    const marks = (grade: string) =>
      Object.fromEntries(
        ['format', 'clarity', 'goal', 'indicators', 'performance', 'money', 'likelihood', 'conditions'].map((item) => [
          item,
          { grade },
        ]),
      )
    const put = (grade: string, who: Who = 'unit') =>
      year.as[who].ask('PUT', `/filings/${id}/review`, { marks: marks(grade), opinion: '见各项' })
    expect((await put('中', 'preparer')).status).toBe(403)
    expect((await put('中')).body).toMatchObject({ grade: '中', outcome: 'return' })
    expect((await move('unit', id, 'approve')).body.message).toContain('四性审核结论为“中”')
    expect((await put('优')).body).toMatchObject({ grade: '优', outcome: 'proceed' })
    expect((await move('unit', id, 'approve')).status).toBe(200)
    expect((await year.as.finance.get<unknown[]>(`/filings/${id}/reviews`)).body).toHaveLength(1)
  })

  it('is not seen by outsiders until it is given to them', async () => {
    const { id } = await declared('外部评审')
    await move('preparer', id, 'submit')
    expect((await year.as.stranger.get(`/filings/${id}`)).status).toBe(404)
    expect((await year.as.outsider.get(`/filings/${id}`)).status).toBe(404)
    await move('office', id, 'assign', { persons: [year.ids.outsider] })
    expect((await year.as.outsider.get(`/filings/${id}`)).status).toBe(200)
    expect((await move('outsider', id, 'approve')).status).toBe(403)
    const waiting = async () =>
      (await year.as.outsider.get<FilingList>('/filings?box=mine')).body.rows.map((row) => row.id)
    expect(await waiting()).toEqual([id])
    const sheet = { marks: { format: { points: '9' } }, opinion: '指标可再细化' }
    expect((await year.as.outsider.ask('PUT', `/filings/${id}/review`, sheet)).status).toBe(200)
    expect(await waiting()).toEqual([])
  })
})

describe('after approval', () => {
  it('a target is adjusted under its own task; both values are kept, and it can be given up', async () => {
    const { id } = await approved('年中调整')
    const before = await view(id)
    expect((await move('preparer', id, 'adjust')).status).toBe(400)
    await move('preparer', id, 'adjust', { reason: '预算调减' })
    await save('preparer', id, before.version, retarget(before.form, 0, '≥30个'))
    expect((await move('preparer', id, 'abandon', { reason: '不调了' })).body).toMatchObject({ state: 'approved' })
    expect((await view(id)).form.indicators[0]?.target.text).toBe('≥36个')
    await move('preparer', id, 'adjust', { reason: '预算调减' })
    const again = await view(id)
    await save('preparer', id, again.version, retarget(again.form, 0, '≥30个'))
    const { body } = await year.as.finance.get<{ message: string; effect: string }[]>(
      `/filings/${id}/difference?from=${before.version}`,
    )
    expect(body).toMatchObject([
      { effect: 'looser', message: '指标“运行维护水文站点数”的指标值由“≥36个”改为“≥30个”，要求放宽。' },
    ])
  })

  it('a self-evaluation starts from the approved target, which it cannot change', async () => {
    const { id: target, project } = await approved('完整旅程')
    const first = await view(target)
    await move('preparer', target, 'adjust', { reason: '预算调减' })
    await save('preparer', target, first.version, retarget(first.form, 0, '≥30个'))
    await move('preparer', target, 'submit')
    for (const who of ['unit', 'department', 'finance'] as const) await move(who, target, 'approve')

    const { body } = await create(year.selfEvaluation, project)
    const filing = await view(body.id)
    expect(filing.targetsFixed).toBe(true)
    expect(filing.basis?.targets[0]).toMatchObject({ initial: '≥36个', adjusted: '≥30个', requirement: 'looser' })
    expect(filing.form.indicators.map(({ target: { text } }) => text)[0]).toBe('≥30个')
    expect(filing.form.funds[0]).toMatchObject({ initialBudget: '120.00' })

    const lowered = await save('preparer', body.id, filing.version, retarget(filing.form, 1, '≥50%'))
    expect(lowered.body).toMatchObject({ code: 'filing.fixedCells', errors: [{ path: 'indicators[1].target' }] })
    const fewer = { ...filing.form, indicators: filing.form.indicators.slice(1) }
    expect((await save('preparer', body.id, filing.version, fewer)).status).toBe(422)

    expect((await save('preparer', body.id, filing.version, filledResults(filing.form))).status).toBe(200)
    const submitted = await move('preparer', body.id, 'submit')
    expect(submitted.body, JSON.stringify(submitted.body)).toMatchObject({ state: 'unit-review' })
    for (const who of ['unit', 'department', 'finance'] as const) await move(who, body.id, 'approve')
    expect((await view(body.id)).state).toBe('final')

    const formId = await formOf(body.id)
    const guest = { get: (path: string) => fetch(`${year.server.origin}/api${path}`) }
    expect((await guest.get(`/forms/${formId}`)).status).toBe(404)
    expect((await move('unit', body.id, 'publish')).status).toBe(403)
    expect((await move('department', body.id, 'publish')).body).toMatchObject({ state: 'published' })
    expect((await guest.get(`/forms/${formId}`)).status).toBe(200)
    expect((await move('department', body.id, 'retract', { reason: '数据有误' })).body).toMatchObject({
      state: 'retracted',
    })
    const withdrawn = await fetch(`${year.server.origin}/api/forms/${formId}`)
    expect(await withdrawn.json()).toMatchObject({ retractedAt: expect.stringMatching(/^2024-03-01T/) })
  })

  it('the public sees the published version while a newer one is drafted', async () => {
    const { id } = await approved('公开与调整')
    await move('office', id, 'publish')
    const formId = await formOf(id)
    await move('preparer', id, 'adjust', { reason: '预算调减' })
    const now = await view(id)
    const dearer = { ...now.form, funds: now.form.funds.map((fund) => ({ ...fund, initialBudget: '999.00' })) }
    await save('preparer', id, now.version, retarget(dearer, 0, '≥1个'))
    const listed = await fetch(`${year.server.origin}/api/forms?text=${encodeURIComponent('公开与调整')}`)
    expect(await listed.json()).toMatchObject({ rows: [{ budget: '120.00' }] })
    const shown = (await (await fetch(`${year.server.origin}/api/forms/${formId}`)).json()) as { form: Form } // asserted below
    expect(shown.form.indicators[0]?.target.text).toBe('≥36个')
    const own = await year.as.department.get<{ form: Form }>(`/forms/${formId}`)
    expect(own.body.form.indicators[0]?.target.text).toBe('≥1个')
  })

  it('a report is on the approved target of its year, whatever other form it is asked to begin from', async () => {
    const { id, project } = await approved('另起炉灶')
    for (const start of [{ from: 'last-year' }, { from: 'filing', filingId: id }]) {
      const { body } = await create(year.selfEvaluation, project, start)
      expect(body).toMatchObject({ code: 'filing.unfit', message: expect.stringContaining('以本年批复的绩效目标为准') })
    }
    const { body } = await year.as.preparer.get<StartableRow[]>('/startable')
    expect(body.find(({ projectId }) => projectId === project)?.hasTarget).toBe(true)
  })

  it('nothing is reported on a target nobody approved', async () => {
    const { project } = await declared('未批复')
    expect((await create(year.selfEvaluation, project)).body.message).toContain('没有2024年度已批复的绩效目标')
    const { body: startable } = await year.as.preparer.get<StartableRow[]>('/startable')
    const offered = startable.filter(({ projectId }) => projectId === project)
    expect(offered.map(({ taskKind, hasTarget }) => [taskKind, hasTarget])).toEqual([['self-evaluation', false]])
  })
})

const formOf = async (filingId: string): Promise<string> =>
  (await database.db.selectFrom('form').select('id').where('filing_id', '=', filingId).executeTakeFirstOrThrow()).id

describe('outside the days of its task', () => {
  const setDays = (taskId: string, days: { opens_on?: string; due_on?: string; closes_on?: string | null }) =>
    database.db.updateTable('task').set(days).where('id', '=', taskId).execute()
  const usual = { opens_on: '2024-01-02', due_on: '2025-04-30', closes_on: null }

  it('nothing is begun or saved, but what was sent back may be put right', async () => {
    const [draft, returned] = [await declared('逾期草稿'), await declared('逾期退回')]
    await move('preparer', returned.id, 'submit')
    await move('unit', returned.id, 'send-back', { reason: '请补充' })
    const project = await year.newProject('逾期新建')
    await setDays(year.declaration, { due_on: '2024-02-01', closes_on: '2024-02-20' })
    expect((await create(year.declaration, project)).body.message).toContain('已于2024-02-20截止')
    const { form, version } = await view(draft.id)
    expect((await save('preparer', draft.id, version, retarget(form, 0, '≥40个'))).body.code).toBe('filing.refused')
    const late = (await year.as.office.get<FilingList>('/filings?box=late&limit=200')).body.rows
    expect(late.map(({ id }) => id)).toEqual(expect.arrayContaining([draft.id, returned.id]))
    const again = await view(returned.id)
    expect((await save('preparer', returned.id, again.version, retarget(again.form, 0, '≥40个'))).status).toBe(200)
    expect((await move('preparer', returned.id, 'submit')).body).toMatchObject({ state: 'unit-review' })
    await setDays(year.declaration, usual)
  })

  it('nothing is begun before it opens', async () => {
    const project = await year.newProject('尚未开放')
    await setDays(year.declaration, { opens_on: '2024-03-02' })
    expect((await create(year.declaration, project)).body.message).toContain('2024-03-02起开放')
    await setDays(year.declaration, usual)
  })
})

it('an adjustment is no filing of its own', async () => {
  const { project } = await approved('调整任务')
  expect((await create(year.adjustment, project)).body.message).toContain('在原填报件上办理')
})

describe('the inbox', () => {
  it('shows each person what waits for them, and where what they sent is stuck', async () => {
    const { id } = await declared('收件箱')
    const boxOf = async (who: Who, box: string) =>
      (await year.as[who].get<FilingList>(`/filings?box=${box}&limit=200`)).body.rows.filter((row) => row.id === id)
    expect(await boxOf('preparer', 'mine')).toHaveLength(1)
    expect(await boxOf('unit', 'mine')).toHaveLength(0)
    await move('preparer', id, 'submit')
    expect(await boxOf('preparer', 'mine')).toHaveLength(0)
    expect(await boxOf('preparer', 'sent')).toMatchObject([{ state: 'unit-review', stateTitle: '单位审核' }])
    expect(await boxOf('unit', 'mine')).toMatchObject([{ remindedAt: null }])
    expect((await move('unit', id, 'remind')).status).toBe(403)
    await move('office', id, 'remind', { reason: '请本周内审核' })
    expect(await boxOf('unit', 'mine')).toMatchObject([{ remindedAt: expect.stringMatching(/^2024-03-01T/) }])
    await move('unit', id, 'approve')
    expect(await boxOf('department', 'mine')).toHaveLength(1)
    expect(await boxOf('stranger', 'mine')).toHaveLength(0)
  })

  it('is turned page by page without losing or repeating a row', async () => {
    const all = (await year.as.office.get<FilingList>('/filings?limit=200')).body
    const seen: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const query: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`
      const { body } = await year.as.office.get<FilingList>(`/filings?limit=3${query}`)
      seen.push(...body.rows.map(({ id }) => id))
      after = body.next
    }
    expect(seen).toEqual(all.rows.map(({ id }) => id))
    expect(all.total).toBe(seen.length)
  })
})

it('every change of a filing stands in the audit', async () => {
  const { id } = await declared('审计')
  await move('preparer', id, 'submit')
  const events = await database.db
    .selectFrom('event')
    .select(['name', 'actor'])
    .where('subject', '=', id)
    .orderBy('number')
    .execute()
  expect(events.map(({ name }) => name)).toEqual(['filing.create', 'filing.save', 'filing.submit'])
  expect(events[0]?.actor).toBe('名tian（tian）')
})

it('the record of it all verifies, also when its facts are derived anew', async () => {
  expect((await verify(database.db)).damages).toEqual([])
  await rebuildFacts(database.db)
  const { damages, events } = await verify(database.db)
  expect(damages).toEqual([])
  expect(events).toBeGreaterThan(50)
})
