// A filing from its declaration to its publication, as the people of the year's work go through it over HTTP.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import type { FilingList, MovedFiling, SavedFiling } from '../api/filings.ts'
import type { ImportedWorkbook } from '../api/workbooks.ts'
import { writeXlsx } from '../documents/write/xlsx.ts'
import { zipped } from '../documents/write/zip-stream.ts'
import { unzipCapped } from '../documents/zip.ts'
import type { Form } from '../kernel/form/form.ts'
import {
  filledResults,
  filledTarget,
  moveOf,
  startYear,
  viewOf,
  type Who,
  type YearOfWork,
} from './filings.test-kit.ts'

const database = testDatabase()
let year: YearOfWork

beforeAll(async () => {
  year = await startYear(database)
})
afterAll(() => year.server.close())

const create = async (taskId: string, projectId: string, more: object = {}) =>
  year.as.preparer.post<MovedFiling>('/filings', { taskId, organisationId: year.tree.unit.id, projectId, ...more })
const save = (who: Who, id: string, version: number, form: Form) =>
  year.as[who].ask<SavedFiling>('PUT', `/filings/${id}/form`, { version, form })
const move = (who: Who, id: string, verb: string, more: object = {}) => moveOf(year.as[who], id, verb, more)
const view = (id: string, who: Who = 'preparer') => viewOf(year.as[who], id)

/** A declaration of its own project, filled in and saved. */
async function declared(name: string): Promise<{ id: string; project: string }> {
  const project = await year.newProject(name)
  const { body } = await create(year.declaration, project)
  const { form, version } = await view(body.id)
  await save('preparer', body.id, version, filledTarget(form))
  return { id: body.id, project }
}

/** The same, approved by all. */
async function approved(name: string): Promise<{ id: string; project: string }> {
  const made = await declared(name)
  await move('preparer', made.id, 'submit')
  for (const who of ['unit', 'department', 'finance'] as const) await move(who, made.id, 'approve')
  return made
}

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
  })
})

const withRow = (form: Form, i: number, more: object): Form => ({
  ...form,
  indicators: form.indicators.map((row, at) => (at === i ? { ...row, ...more } : row)),
})
const retarget = (form: Form, i: number, text: string): Form =>
  withRow(form, i, { target: { text, kind: 'quantitative', comparator: null, value: null, unit: null } })

describe('two people at one form', () => {
  it('are merged cell by cell when they wrote into different cells', async () => {
    const { id } = await declared('并行填报')
    const { form, version } = await view(id)
    const first = await save('preparer', id, version, retarget(form, 0, '≥40个'))
    expect(first.body).toMatchObject({ outcome: 'changed', merged: false })
    const second = await save('colleague', id, version, retarget(form, 1, '≥97%'))
    expect(second.body).toMatchObject({ outcome: 'changed', merged: true })
    const now = await view(id)
    expect(now.form.indicators.slice(0, 2).map(({ target }) => target.text)).toEqual(['≥40个', '≥97%'])
    expect(now.version).toBe(version + 2)
  })

  it('are shown both values where they wrote into the same cell, and nothing is overwritten', async () => {
    const { id } = await declared('同格冲突')
    const { form, version } = await view(id)
    await save('preparer', id, version, retarget(form, 0, '≥40个'))
    const refused = await save('colleague', id, version, retarget(form, 0, '≥30个'))
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({
      code: 'filing.conflict',
      errors: [{ path: 'indicators[0].target', base: '≥36个', mine: '≥30个', theirs: '≥40个' }],
    })
    expect((await view(id)).form.indicators[0]?.target.text).toBe('≥40个')
  })

  it('saving at the same moment both keep what they wrote', async () => {
    const { id } = await declared('同时保存')
    const { form, version } = await view(id)
    const saves = form.indicators.map((_, i) =>
      save(i % 2 ? 'preparer' : 'colleague', id, version, withRow(form, i, { weight: `${i + 1}` })),
    )
    expect((await Promise.all(saves)).map(({ status }) => status)).toEqual(form.indicators.map(() => 200))
    expect((await view(id)).form.indicators.map(({ weight }) => weight)).toEqual(['1', '2', '3', '4', '5', '6', '7'])
  })
})

describe('comments', () => {
  it('follow their row to where it moves, say when it changed, and are resolved', async () => {
    const { id } = await declared('批注')
    const { form, version } = await view(id)
    const where = { path: 'indicators[1].target', version, text: '依据是什么？' }
    const { body } = await year.as.unit.post<{ id: string }>(`/filings/${id}/comments`, where)
    year.server.pass(0.1)
    await year.as.preparer.post(`/filings/${id}/comments`, { version, text: '见去年报告', answerTo: body.id })
    const [a, b, ...rest] = form.indicators
    if (!a || !b) throw new Error('seven rows')
    await save('preparer', id, version, {
      ...form,
      indicators: [...rest, { ...b, target: { ...b.target, text: '≥97%' } }, a],
    })
    const [comment, answer] = (await view(id)).comments
    expect(comment).toMatchObject({ path: 'indicators[5].target', quote: '≥98%', changedSince: true, rowGone: false })
    expect(answer).toMatchObject({ answerTo: body.id, path: null })
    expect((await year.as.preparer.post(`/comments/${body.id}/resolve`)).status).toBe(403)
    expect((await year.as.unit.post(`/comments/${body.id}/resolve`)).status).toBe(204)
    const now = await view(id)
    expect(now.comments[0]?.resolvedBy).toContain('dan')
    await save('preparer', id, now.version, {
      ...now.form,
      indicators: now.form.indicators.filter(({ name }) => name !== b.name),
    })
    expect((await view(id)).comments[0]).toMatchObject({ path: null, rowGone: true })
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
    await save('preparer', id, now.version, retarget(now.form, 0, '≥1个'))
    const shown = (await (await fetch(`${year.server.origin}/api/forms/${formId}`)).json()) as { form: Form } // asserted below
    expect(shown.form.indicators[0]?.target.text).toBe('≥36个')
    const own = await year.as.department.get<{ form: Form }>(`/forms/${formId}`)
    expect(own.body.form.indicators[0]?.target.text).toBe('≥1个')
  })

  it('nothing is reported on a target nobody approved', async () => {
    const { project } = await declared('未批复')
    expect((await create(year.selfEvaluation, project)).body.message).toContain('没有2024年度已批复的绩效目标')
  })
})

const formOf = async (filingId: string): Promise<string> =>
  (await database.db.selectFrom('form').select('id').where('filing_id', '=', filingId).executeTakeFirstOrThrow()).id

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
    expect(await boxOf('unit', 'mine')).toHaveLength(1)
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

describe('a workbook edited offline', () => {
  const take = async (id: string): Promise<Uint8Array> => {
    const cookie = [...year.as.preparer.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(`${year.server.origin}/api/filings/${id}/workbook`, { headers: { cookie } })
    expect(response.headers.get('content-disposition')).toContain('.xlsx')
    return new Uint8Array(await response.arrayBuffer())
  }
  const bring = async (id: string, bytes: Uint8Array, dryRun: boolean) => {
    const cookie = [...year.as.preparer.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, 'x-hengji': '1', 'content-type': 'application/octet-stream' }
    const url = `${year.server.origin}/api/filings/${id}/workbook?name=x.xlsx&dryRun=${dryRun}`
    const response = await fetch(url, { method: 'POST', headers, body: Buffer.from(bytes) })
    // what the contract says it answers, or a problem
    return { status: response.status, body: (await response.json()) as ImportedWorkbook & { code?: string } }
  }

  it('is previewed, then merged with what others saved meanwhile', async () => {
    const { id } = await declared('离线编辑')
    const bytes = editedText(await take(id), '≥36个', '≥39个')
    const { form, version } = await view(id)
    await save('colleague', id, version, retarget(form, 1, '≥97%'))
    const preview = await bring(id, bytes, true)
    expect(preview.body).toMatchObject({
      saved: false,
      exportedVersion: version,
      version: version + 1,
      conflicts: [],
      changes: [{ message: '指标“运行维护水文站点数”的指标值由“≥36个”改为“≥39个”，要求提高。' }],
    })
    expect((await view(id)).form.indicators[0]?.target.text).toBe('≥36个')
    expect((await bring(id, bytes, false)).body.saved).toBe(true)
    expect((await view(id)).form.indicators.slice(0, 2).map(({ target }) => target.text)).toEqual(['≥39个', '≥97%'])
  })

  it('shows conflicts in the preview and saves nothing against them', async () => {
    const { id } = await declared('离线冲突')
    const bytes = editedText(await take(id), '≥36个', '≥39个')
    const { form, version } = await view(id)
    await save('colleague', id, version, retarget(form, 0, '≥30个'))
    expect((await bring(id, bytes, true)).body.conflicts).toMatchObject([
      { base: '≥36个', mine: '≥39个', theirs: '≥30个' },
    ])
    expect((await bring(id, bytes, false)).body.code).toBe('filing.conflict')
    expect((await view(id)).form.indicators[0]?.target.text).toBe('≥30个')
  })

  it('belongs to one filing only', async () => {
    const [one, other] = [await declared('甲件'), await declared('乙件')]
    expect((await bring(other.id, await take(one.id), true)).body.code).toBe('workbook.foreign')
  })
})

/** The workbook with one text in its sheet replaced, as a person would have typed it. */
function editedText(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const parts = unzipCapped(bytes, 'x.xlsx', () => true)
  const text = (part: Uint8Array): string => Buffer.from(part).toString('utf8').replace(`>${from}<`, `>${to}<`)
  return Buffer.concat([...zipped([...parts].map(([name, part]) => ({ name, chunks: [text(part)] })))])
}

it('begins from a filled document as well', async () => {
  const { id } = await declared('已有文件')
  const bytes = Buffer.concat([...writeXlsx([(await view(id)).form])])
  const project = await year.newProject('另一个项目')
  const cookie = [...year.as.preparer.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const query = new URLSearchParams({
    taskId: year.declaration,
    organisationId: year.tree.unit.id,
    projectId: project,
    name: '申报.xlsx',
  })
  const headers = { cookie, 'x-hengji': '1', 'content-type': 'application/octet-stream' }
  const response = await fetch(`${year.server.origin}/api/filings/document?${query}`, {
    method: 'POST',
    headers,
    body: bytes,
  })
  const { id: made } = (await response.json()) as MovedFiling // asserted below
  const { form } = await view(made)
  expect(form.indicators.map(({ name }) => name)).toContain('单站年维护成本')
  expect(form.project?.name).toBe('另一个项目')
})
