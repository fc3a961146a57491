import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import type { Organisation } from '../kernel/organisation/organisation.ts'
import type { Actor } from '../kernel/policy/actor.ts'
import { withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as organisations from '../store/organisations.ts'
import { closeOrganisation } from './close-organisation.ts'
import type { Context } from './context.ts'
import { createOrganisation } from './create-organisation.ts'
import { getOrganisation } from './get-organisation.ts'
import { importOrganisations } from './import-organisations.ts'
import { mergeOrganisations } from './merge-organisations.ts'
import { moveOrganisation } from './move-organisation.ts'
import { newId } from './new-id.ts'
import { renameOrganisation } from './rename-organisation.ts'
import { searchOrganisations } from './search-organisations.ts'
import { splitOrganisation } from './split-organisation.ts'

const database = testDatabase()
let seconds = 0
const now = () => new Date(Date.UTC(2024, 5, 3, 1, 0, seconds++))
const today = { effectiveOn: '2024-06-03', reason: '机构改革' }
const bureauId = newId(now())
const bureau: Organisation = {
  id: bureauId,
  kind: 'finance',
  code: '120000',
  name: '天津市财政局',
  parentId: null,
  path: `/${bureauId}/`,
  region: '天津市',
  validFrom: '2020-01-01',
  validTo: null,
}
const administrator: Actor = {
  kind: 'person',
  id: newId(now()),
  name: '系统管理员（admin）',
  grants: [{ role: 'system-administrator', organisation: bureauId, path: bureau.path }],
  scopes: null,
}
const contextOf = (actor: Actor): Context => ({ db: database.db, actor, now, newId: () => newId(now()) })
const context = () => contextOf(administrator)
const csv = (text: string) => ({ rootId: bureauId, bytes: Buffer.from(text), name: '机构.csv', dryRun: false })
const list =
  '类型,代码,名称,上级代码\n主管部门,355,市市场监管委,\n主管部门,356,市药监局,\n预算单位,355101,市食检院,355\n预算单位,355102,市计量院,355\n'
const idOf = async (code: string) =>
  (await organisations.search(database.db, { text: code })).find((one) => one.code === code)?.id ?? ''

const onDay = (text: string, day: string) => searchOrganisations(context(), { text, day, limit: 50 })

beforeAll(async () => {
  await withTx(database.db, (tx) => organisations.insertAll(tx, [bureau]))
  await importOrganisations(context(), csv(list))
})

describe('importing a list', () => {
  it('changes nothing the second time, and nothing in a dry run', async () => {
    expect(await importOrganisations(context(), csv(list))).toMatchObject({ applied: true, created: 0, unchanged: 4 })
    const trial = await importOrganisations(context(), {
      ...csv(list.replace('市计量院', '市计量研究院')),
      dryRun: true,
    })
    expect(trial).toMatchObject({ applied: false, renamed: [{ from: '市计量院', to: '市计量研究院' }] })
    expect((await organisations.search(database.db, { text: '355102' }))[0]?.name).toBe('市计量院')
  })

  it('writes nothing while one cell is wrong, and names all of them', async () => {
    const wrong = await importOrganisations(
      context(),
      csv('代码,名称,上级代码\n357,新部门,\n357,又一个,\n358101,孤儿,999\n'),
    )
    expect(wrong.applied).toBe(false)
    expect(wrong.faults.map((fault) => fault.cell)).toEqual(['A3', 'C4'])
    expect(await idOf('357')).toBe('')
  })

  it('is found by code and by words of the name, with those above', async () => {
    const [found] = await organisations.search(database.db, { text: '食检' })
    expect(found).toMatchObject({ code: '355101', above: ['天津市财政局', '市市场监管委'] })
  })

  it('is refused to whoever does not keep the tree there', async () => {
    const elsewhere: Actor = {
      ...administrator,
      grants: [{ role: 'system-administrator', organisation: 'x', path: '/x/' }],
    }
    await expect(importOrganisations(contextOf(elsewhere), csv(list))).rejects.toMatchObject({
      code: 'permission.denied',
    })
  })
})

describe('the history', () => {
  it('a new name takes effect and the old one stays readable', async () => {
    const id = await idOf('355102')
    await renameOrganisation(context(), { id, name: '市计量科学研究院', ...today })
    const view = await getOrganisation(context(), { id })
    expect(view.name).toBe('市计量科学研究院')
    expect(view.history[0]).toMatchObject({ verb: 'rename', before: { name: '市计量院' }, by: '系统管理员（admin）' })
    expect((await organisations.search(database.db, { text: '科学研究' })).map((one) => one.id)).toEqual([id])
  })

  it('what moves takes along all below it, and scopes above follow at once', async () => {
    const { id } = await createOrganisation(context(), {
      parentId: await idOf('355101'),
      kind: 'office',
      code: '01',
      name: '办公室',
      ...today,
    })
    await moveOrganisation(context(), { id: await idOf('355101'), parentId: await idOf('356'), ...today })
    expect(
      (await organisations.inSubtree(database.db, `/${bureauId}/${await idOf('356')}/`)).map((one) => one.id),
    ).toContain(id)
    const office = await getOrganisation(context(), { id })
    expect(office.above.map((one) => one.name)).toEqual(['天津市财政局', '市药监局', '市食检院'])
  })

  it('a merged organisation is no longer in force from that day, but was before', async () => {
    const [id, intoId] = [await idOf('355102'), await idOf('355101')]
    await mergeOrganisations(context(), { id, intoId, ...today })
    expect(await idOf('355102')).toBe('')
    expect(await onDay('355102', '2024-06-03')).toEqual([])
    expect(await onDay('355102', '2024-06-02')).toMatchObject([{ name: '市计量院' }])
    expect((await getOrganisation(context(), { id: intoId })).history[0]).toMatchObject({
      verb: 'merge',
      otherId: intoId,
    })
    await expect(renameOrganisation(context(), { id, name: '甲', ...today })).rejects.toMatchObject({
      code: 'organisation.closed',
    })
  })

  it('a part is split off with what goes along', async () => {
    const child = await createOrganisation(context(), {
      parentId: await idOf('356'),
      kind: 'unit',
      code: '356102',
      name: '器械所',
      ...today,
    })
    const made = await splitOrganisation(context(), {
      id: await idOf('356'),
      code: '357',
      name: '市医疗器械局',
      children: [child.id],
      projects: [],
      ...today,
    })
    expect((await getOrganisation(context(), { id: made.id })).children.map((one) => one.name)).toEqual(['器械所'])
    expect((await getOrganisation(context(), { id: child.id })).above.map((one) => one.name)).toEqual([
      '天津市财政局',
      '市医疗器械局',
    ])
  })

  it('on an earlier day, what was in force is found under its name and place of that day', async () => {
    const before = '2024-06-02'
    expect(await onDay('科学研究', before)).toEqual([])
    expect(await onDay('市计量院', before)).toMatchObject([
      { code: '355102', name: '市计量院', above: ['天津市财政局', '市市场监管委'] },
    ])
    expect(await onDay('食检', before)).toMatchObject([{ above: ['天津市财政局', '市市场监管委'] }])
    expect(await onDay('食检', '2024-06-03')).toMatchObject([{ above: ['天津市财政局', '市药监局'] }])
    expect(await onDay('医疗器械', before)).toEqual([])
    expect(await onDay('', '2019-12-31')).toEqual([])
  })

  it('what a merged organisation hands over keeps in its own history where it stood', async () => {
    const make = async (code: string, name: string, parentId: string, kind: 'department' | 'unit') =>
      (await createOrganisation(context(), { parentId, kind, code, name, effectiveOn: '2021-01-01', reason: '设立' }))
        .id
    const [gone, kept] = [
      await make('361', '市质监局', bureauId, 'department'),
      await make('362', '市工商局', bureauId, 'department'),
    ]
    await make('361101', '质检所', gone, 'unit')
    await mergeOrganisations(context(), { id: gone, intoId: kept, ...today })
    expect(await onDay('质检所', '2024-06-03')).toMatchObject([{ above: ['天津市财政局', '市工商局'] }])
    expect(await onDay('质检所', '2024-06-02')).toMatchObject([{ above: ['天津市财政局', '市质监局'] }])
  })

  it.each([
    [
      'a department with units',
      async () => closeOrganisation(context(), { id: await idOf('356'), ...today }),
      'organisation.unfit',
    ],
    [
      'a change ahead of its day',
      async () =>
        renameOrganisation(context(), { id: await idOf('355'), name: '甲', effectiveOn: '2024-06-04', reason: '改革' }),
      'day.future',
    ],
    [
      'a department under a unit',
      async () => moveOrganisation(context(), { id: await idOf('355'), parentId: await idOf('355101'), ...today }),
      'organisation.unfit',
    ],
    [
      'a code twice',
      async () =>
        createOrganisation(context(), { parentId: bureauId, kind: 'department', code: '355', name: '甲', ...today }),
      'organisation.codeTaken',
    ],
  ])('refuses %s', async (_, act, code) => {
    await expect(act()).rejects.toMatchObject({ code })
  })

  it('every change is in the audit', async () => {
    const names = (await events.list(database.db, { limit: 100 })).map((event) => event.name)
    for (const name of ['import', 'rename', 'move', 'merge', 'split', 'create'])
      expect(names).toContain(`organisation.${name}`)
  })
})
