// Several people at one filing: what each saves is merged or shown as a conflict; comments follow their cell.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { list } from '../store/events.ts'
import { verify } from '../store/verify.ts'
import { actsOf, retarget, startYear, withRow, type YearOfWork } from './filings.test-kit.ts'

const database = testDatabase()
let year: YearOfWork
const { save, move, view, declared } = actsOf(() => year)

beforeAll(async () => {
  year = await startYear(database)
})
afterAll(() => year.server.close())

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

describe('what the database cannot hold', () => {
  it('is refused in words, and the form stays as it was', async () => {
    const { id } = await declared('不能保存的字')
    const { form, version } = await view(id)
    for (const sign of ['\u0000', '\ud800']) {
      const refused = await save('preparer', id, version, withRow(form, 0, { description: `前${sign}后` }))
      expect(refused).toMatchObject({ status: 422, body: { code: 'form.notStorable' } })
    }
    expect(await view(id)).toMatchObject({ version, form: { indicators: form.indicators } })
  })

  it('is nothing of what people write: every sign comes back as it was sent', async () => {
    const { id } = await declared('各种文字')
    const { form, version } = await view(id)
    const description = '𠮷野家“≥95％”\\n\n\t"引号"—😀 é \ufeff'
    const saved = await save('preparer', id, version, withRow(form, 0, { description }))
    expect(saved.status).toBe(200)
    expect(saved.headers.get('content-type')).toBe('application/json; charset=utf-8')
    const now = await view(id)
    expect(now.form.indicators[0]?.description).toBe(description)
    // What a save answers is what opening it shows, whichever of them wrote the JSON.
    expect(saved.body).toEqual({
      ...{ id, version: now.version, revision: now.revision, outcome: 'changed', merged: false, form: now.form },
    })
    const again = await save('preparer', id, now.version, now.form)
    expect(again.body).toEqual({ ...(saved.body as object), outcome: 'unchanged' })
    expect(await verify(database.db)).toMatchObject({ damages: [] })
  })
})

describe('two people at one verb', () => {
  it('only one of them does it', async () => {
    const { id } = await declared('同时办理')
    await move('preparer', id, 'submit')
    const both = await Promise.all([move('unit', id, 'approve'), move('unit', id, 'approve')])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 403])
    expect((await view(id)).state).toBe('department-review')
  })

  it('whoever decides by what was there before is told that it moved on', async () => {
    const { id } = await declared('过时的页面')
    const { revision } = await view(id)
    await move('preparer', id, 'submit', { revision })
    const late = await move('colleague', id, 'withdraw', { revision })
    expect(late).toMatchObject({
      status: 409,
      body: { code: 'filing.changed', message: expect.stringContaining('单位审核') },
    })
    expect((await view(id)).state).toBe('unit-review')
  })

  it('what is handed in while another still writes is not changed behind the reviewer’s back', async () => {
    const { id } = await declared('提交之后')
    const { form, version } = await view(id)
    await move('preparer', id, 'submit')
    expect((await save('colleague', id, version, retarget(form, 0, '≥1个'))).body.code).toBe('filing.refused')
    expect((await view(id)).version).toBe(version)
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

describe('a save', () => {
  it('is in the audit of a region that has had no event yet, and the chains of all regions are whole', async () => {
    const { id } = await declared('改划地区')
    const { form, version, organisationId } = await view(id)
    const { db } = database
    await db.updateTable('organisation').set({ region: '新划地区' }).where('id', '=', organisationId).execute()
    expect((await save('preparer', id, version, retarget(form, 0, '≥40个'))).body).toMatchObject({ outcome: 'changed' })
    expect((await save('preparer', id, version + 1, retarget(form, 0, '≥41个'))).status).toBe(200)
    const events = (await list(db, { subject: id })).filter(({ region }) => region === '新划地区')
    expect(events.map(({ number, name }) => [number, name])).toEqual([
      [2, 'filing.save'],
      [1, 'filing.save'],
    ])
    expect((await verify(db)).damages).toEqual([])
  })
})
