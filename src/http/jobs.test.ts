// Long work over HTTP with two processes on one database: bulk verbs with dry run and undo, imports, cancelling,
// being handed back, and the stream that tells of it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { jobKinds } from '../actions/job-kinds.ts'
import { runJob } from '../actions/job-runner.ts'
import { readHere } from '../actions/read-forms.ts'
import { type Workshop, workOnJobs } from '../actions/work-on-jobs.ts'
import type { FilingView, MovedFiling, SavedFiling } from '../api/filings.ts'
import type { JobItems, JobPage, JobView } from '../api/jobs.ts'
import type { SavedSearch } from '../api/searches.ts'
import type { Form } from '../kernel/form/form.ts'
import * as store from '../store/jobs.ts'
import { filledTarget, startYear, type Who, type YearOfWork } from './filings.test-kit.ts'
import { startTestServer, type TestServer } from './server.test-kit.ts'

const database = testDatabase()
let year: YearOfWork
/** The other process: works on jobs too, and serves the stream. */
let other: TestServer
const workshops: Workshop[] = []
const faults: unknown[] = []

beforeAll(async () => {
  year = await startYear(database)
  const { context, files } = year.server
  const given = { context, connection: database.connection, files, read: readHere }
  for (let i = 0; i < 2; i++) workshops.push(await workOnJobs({ ...given, onFault: (error) => faults.push(error) }))
  const notices = workshops[1]?.notices
  other = await startTestServer(database, { files, ...(notices ? { notices } : {}) })
})
afterAll(async () => {
  await Promise.all(workshops.map(({ stop }) => stop()))
  await other.close()
  await year.server.close()
  expect(faults).toEqual([])
})

const noFile = { file_name: null, file_sha256: null }

async function declared(name: string, fill = true): Promise<string> {
  const start = { taskId: year.declaration, organisationId: year.tree.unit.id, projectId: await year.newProject(name) }
  const { id } = (await year.as.preparer.post<MovedFiling>('/filings', start)).body
  if (!fill) return id
  const { form, version } = await view(id)
  await year.as.preparer.ask<SavedFiling>('PUT', `/filings/${id}/form`, { version, form: filledTarget(form) })
  return id
}
const view = async (id: string) => (await year.as.preparer.get<FilingView>(`/filings/${id}`)).body
const state = async (id: string) => (await view(id)).state

const ended = async (who: Who, id: string): Promise<JobView> => {
  for (;;) {
    const { body } = await year.as[who].get<JobView>(`/jobs/${id}`)
    if (body.endedAt !== null) return body
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
const items = async (who: Who, id: string) => (await year.as[who].get<JobItems>(`/jobs/${id}/items`)).body.rows
const bulk = (who: Who, verb: string, filter: object, more: object = {}) =>
  year.as[who].post<JobView>('/filings/bulk', { verb, filter, ...more })

describe('a verb for many', () => {
  it('is tried first, then done item by item, each with its reason why not, then taken back', async () => {
    const good = await Promise.all(['批量甲一', '批量甲二', '批量甲三'].map((name) => declared(name)))
    const bad = await declared('批量甲空', false)
    const filter = { text: '批量甲' }
    const rehearsed = await ended('preparer', (await bulk('preparer', 'submit', filter, { dryRun: true })).body.id)
    expect(rehearsed).toMatchObject({ title: '预演提交（4件）', state: 'done', undoable: false, dryRun: true })
    expect(rehearsed.outcome).toEqual({ done: 3, refused: 1, failed: 0 })
    expect(await Promise.all([...good, bad].map(state))).toEqual(['draft', 'draft', 'draft', 'draft'])

    const { id } = (await bulk('preparer', 'submit', filter)).body
    const done = await ended('preparer', id)
    expect(done).toMatchObject({
      state: 'done',
      done: 4,
      total: 4,
      outcome: { done: 3, refused: 1, failed: 0 },
      undoable: true,
      dryRun: false,
    })
    expect(await Promise.all(good.map(state))).toEqual(Array(3).fill('unit-review'))
    const refused = (await items('preparer', id)).filter(({ outcome }) => outcome === 'refused')
    expect(refused).toMatchObject([{ subject: bad, title: '海川市水文站　批量甲空' }])
    expect(refused[0]?.message).toContain('须先改正')

    const undo = (await year.as.preparer.post<JobView>(`/jobs/${id}/undo`, {})).body
    expect(await ended('preparer', undo.id)).toMatchObject({ title: '批量撤回提交（3件）', outcome: { done: 3 } })
    expect(await Promise.all(good.map(state))).toEqual(Array(3).fill('draft'))
  })

  it('is asked for by the name of a kept search, of one’s own', async () => {
    const filing = await declared('按名称办理的项目')
    await declared('别的项目')
    const keep = (text: string) => year.as.preparer.post<SavedSearch>('/searches', { name: '我的', filter: { text } })
    await keep('别的')
    const { body: kept } = await keep('按名称办理')
    expect((await year.as.preparer.get<SavedSearch[]>('/searches')).body).toMatchObject([
      { id: kept.id, name: '我的', filter: { text: '按名称办理' } },
    ])
    const { id } = (await bulk('preparer', 'submit', {}, { search: '我的' })).body
    expect((await ended('preparer', id)).outcome).toEqual({ done: 1, refused: 0, failed: 0 })
    expect(await state(filing)).toBe('unit-review')

    expect((await bulk('office', 'remind', {}, { search: '我的' })).body.code).toBe('search.notFound')
    expect((await year.as.office.ask('DELETE', `/searches/${kept.id}`)).status).toBe(404)
    expect((await year.as.preparer.ask('DELETE', `/searches/${kept.id}`)).status).toBe(204)
    expect((await year.as.preparer.get<SavedSearch[]>('/searches')).body).toEqual([])
  })

  it('finds no more by a kept search than it asks, nor anything by one it does not know', async () => {
    const filing = await declared('只在审核中的')
    const filter = { text: '只在审核中的', inReview: true }
    const { body: kept } = await year.as.preparer.post<SavedSearch>('/searches', { name: '审核中', filter })
    expect(kept.filter).toEqual(filter)
    expect((await year.as.preparer.get<SavedSearch[]>('/searches')).body).toEqual([kept])
    // a draft: without the second condition it would be found and reminded of
    expect((await bulk('preparer', 'submit', {}, { search: '审核中' })).body.code).toBe('job.refused')
    expect(await state(filing)).toBe('draft')

    await year.server.context.db
      .updateTable('saved_search')
      .set({ filter: JSON.stringify({ ...filter, state: 'of-tomorrow' }) })
      .where('id', '=', kept.id)
      .execute()
    expect((await bulk('preparer', 'submit', {}, { search: '审核中' })).body.code).toBe('search.unknown')
    expect((await year.as.preparer.ask('DELETE', `/searches/${kept.id}`)).status).toBe(204)
  })

  it('goes no further than the person could alone', async () => {
    const filing = await declared('批量乙')
    const { id } = (await bulk('office', 'submit', { text: '批量乙' })).body
    expect((await ended('office', id)).outcome).toEqual({ done: 0, refused: 1, failed: 0 })
    expect([await state(filing), (await items('office', id))[0]?.message]).toEqual([
      'draft',
      expect.stringContaining('需要的角色'),
    ])
    expect((await bulk('stranger', 'remind', { text: '批量乙' })).body.code).toBe('job.refused')
  })

  it('is done for those named alone; one that is not the person’s to see is refused like one that does not exist', async () => {
    const [first = '', second = '', third = ''] = await Promise.all(
      ['点名甲', '点名乙', '点名丙'].map((name) => declared(name)),
    )
    const asked = { verb: 'submit', ids: [second, first, second] }
    const { id } = (await year.as.preparer.post<JobView>('/filings/bulk', asked)).body
    expect((await ended('preparer', id)).outcome).toEqual({ done: 2, refused: 0, failed: 0 })
    expect((await items('preparer', id)).map(({ subject }) => subject)).toEqual([second, first])
    expect(await Promise.all([first, second, third].map(state))).toEqual(['unit-review', 'unit-review', 'draft'])
    const foreign = (await year.as.stranger.post<JobView>('/filings/bulk', { verb: 'remind', ids: [third] })).body
    await ended('stranger', foreign.id)
    expect(await items('stranger', foreign.id)).toMatchObject([{ title: third, outcome: 'refused' }])
    expect((await year.as.preparer.post('/filings/bulk', { verb: 'submit', ids: [] })).status).toBe(400)
  })

  it('acts with the roles of the moment it works, and not at all for who was disabled', async () => {
    await declared('批量丙')
    const { context, files } = year.server
    const asked = { verb: 'submit', ids: [await declared('批量丙二')], dryRun: false }
    const id = context.newId()
    const job = { id, kind: 'bulk', title: '试', total: 1, person_id: year.ids.colleague, by: '名tong（tong）' }
    const disable = (at: Date | null) =>
      database.db.updateTable('person').set({ disabled_at: at }).where('id', '=', year.ids.colleague).execute()
    await disable(context.now())
    await database.db
      .transaction()
      .execute((tx) => store.insert(tx, { ...job, ...noFile, input: { asked, scopes: null } }, context.now()))
    await runJob(
      { context, files, read: readHere, kinds: jobKinds, onFault: () => {} },
      id,
      new AbortController().signal,
    )
    expect(await store.load(database.db, id)).toMatchObject({ state: 'failed', error: '提出任务的人员已停用。' })
    await disable(null)
  })
})

describe('the stream', () => {
  /** Watches at the other process; `until` waits for an event. */
  async function watch(who: Who, lastEventId?: string) {
    const cookie = [...year.as[who].jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, accept: 'text/event-stream', ...(lastEventId ? { 'last-event-id': lastEventId } : {}) }
    const stop = new AbortController()
    const answer = await fetch(`${other.origin}/api/stream`, { headers, signal: stop.signal })
    expect(answer.headers.get('content-type')).toContain('text/event-stream')
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    const until = async (wanted: RegExp): Promise<string> => {
      while (!wanted.test(text)) {
        const piece = await reader?.read()
        if (piece?.value === undefined) throw new Error(`the stream ended after: ${text}`)
        text += piece.value
      }
      const found = text
      text = ''
      return found
    }
    return { until, text: () => text, stop: () => stop.abort() }
  }

  it('tells of one’s jobs and of the inbox, whichever process did it', async () => {
    const filing = await declared('流甲')
    const [preparer, reviewer] = [await watch('preparer'), await watch('unit')]
    await Promise.all([preparer.until(/event: inbox/), reviewer.until(/event: inbox/)])
    await bulk('preparer', 'submit', { text: '流甲' })
    const told = await preparer.until(/event: job\ndata: .*"state":"done"/)
    expect(told).toContain('批量提交（1件）')
    await reviewer.until(/event: inbox/)
    expect(await state(filing)).toBe('unit-review')
    expect(reviewer.text()).not.toContain('批量提交')
    preparer.stop()
    reviewer.stop()
  })

  it('tells whoever comes back what happened meanwhile', async () => {
    const before = year.server.context.now().toISOString()
    await declared('流乙')
    const { id } = (await bulk('preparer', 'submit', { text: '流乙' })).body
    await ended('preparer', id)
    const back = await watch('preparer', before)
    // a notice of the moment may come before what is caught up with
    expect(await back.until(new RegExp(`"id":"${id}"[^]*event: inbox`))).toContain('"state":"done"')
    back.stop()
  })

  it('is for those who are signed in, and ends when the server stops', async () => {
    expect((await fetch(`${other.origin}/api/stream`)).status).toBe(401)
    const third = await startTestServer(database)
    const cookie = [...year.as.preparer.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const open = await fetch(`${third.origin}/api/stream`, { headers: { cookie } })
    const whole = open.text()
    await third.close()
    expect(await whole).toContain('event: inbox')
  })
})

describe('a job', () => {
  const options = () => {
    const { context, files } = year.server
    return { context, files, read: readHere, onFault: () => {} }
  }
  /** Written down without telling anybody: only the test works on it. */
  async function quiet(kind: string): Promise<string> {
    const { context } = year.server
    const id = context.newId()
    const row = {
      id,
      kind,
      title: kind,
      total: 3,
      person_id: year.ids.preparer,
      by: '试',
      input: { asked: {}, scopes: null },
    }
    await database.db.transaction().execute((tx) => store.insert(tx, { ...row, ...noFile }, context.now()))
    return id
  }
  const item = (number: number) => ({ number, subject: '', title: '', outcome: 'done', message: null }) as const

  it('is handed back when its process stops, and goes on where it was', async () => {
    await Promise.all(workshops.splice(0).map(({ stop }) => stop()))
    const id = await quiet('three')
    const stopping = new AbortController()
    const worked: number[] = []
    const three = async ({ known, item: note }: Parameters<(typeof jobKinds)[string]>[0]) => {
      for (const number of [1, 2, 3]) {
        if (known.has(number)) continue
        worked.push(number)
        if (number === 2) stopping.abort()
        await note(item(number))
      }
    }
    await expect(runJob({ ...options(), kinds: { three } }, id, stopping.signal)).rejects.toThrow()
    expect(await store.load(database.db, id)).toMatchObject({ state: 'running', done: 2 })
    await runJob({ ...options(), kinds: { three } }, id, new AbortController().signal)
    expect(await store.load(database.db, id)).toMatchObject({ state: 'done', done: 3, attempts: 2 })
    expect(worked).toEqual([1, 2, 3])
  })

  it('ends after the item it is at when it is cancelled', async () => {
    const id = await quiet('long')
    const long = async ({ item: note }: Parameters<(typeof jobKinds)[string]>[0]) => {
      await note(item(1))
      await year.as.preparer.post(`/jobs/${id}/cancel`, {})
      await note(item(2))
      throw new Error('went on')
    }
    await runJob({ ...options(), kinds: { long } }, id, new AbortController().signal)
    expect(await store.load(database.db, id)).toMatchObject({ state: 'cancelled', done: 2 })
    expect((await year.as.preparer.post(`/jobs/${id}/cancel`, {})).body).toMatchObject({ code: 'job.refused' })
  })

  it('is tried again after a fault, and fails in the end rather than for ever', async () => {
    const id = await quiet('broken')
    const broken = async () => {
      throw new Error('broken')
    }
    const attempt = () => runJob({ ...options(), kinds: { broken } }, id, new AbortController().signal)
    for (let i = 0; i < 3; i++) await expect(attempt()).rejects.toThrow('broken')
    await attempt()
    expect(await store.load(database.db, id)).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('管理员'),
    })
  })

  it('is nobody else’s business', async () => {
    const id = await quiet('own')
    expect((await year.as.colleague.get(`/jobs/${id}`)).status).toBe(404)
    expect((await year.as.colleague.post(`/jobs/${id}/cancel`, {})).status).toBe(404)
    const own = (await year.as.preparer.get<JobPage>('/jobs?limit=200')).body.rows.map((job) => job.id)
    expect(own).toContain(id)
  })

  afterAll(async () => {
    await database.db
      .updateTable('job')
      .set({ state: 'cancelled' })
      .where('state', 'in', ['queued', 'running'])
      .execute()
    const { context, files } = year.server
    const given = { context, connection: database.connection, files, read: readHere }
    workshops.push(await workOnJobs({ ...given, onFault: (error) => faults.push(error) }))
  })
})

describe('a compilation too long to wait for', () => {
  it('is made of all a search finds, and fetched by whoever asked', async () => {
    await declared('汇编任务一')
    await declared('汇编任务二')
    const asked = { search: { text: '汇编任务' }, title: '目标汇编', format: 'json' }
    const { body: job } = await year.as.unit.post<JobView>('/compilation-jobs', asked)
    expect(await ended('unit', job.id)).toMatchObject({ state: 'done', done: 2, total: 2, file: '目标汇编.json' })
    const file = await year.as.unit.get<{ forms: Form[] }>(`/jobs/${job.id}/file`)
    expect(file.body.forms.map(({ project }) => project?.name).sort()).toEqual(['汇编任务一', '汇编任务二'].sort())
    expect((await year.as.department.get(`/jobs/${job.id}/file`)).status).toBe(404)
    const none = await year.as.unit.post('/compilation-jobs', { ...asked, search: { text: '没有这样的表' } })
    expect(none.body.code).toBe('job.refused')
  })
})
