import { expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { stamp } from '../../test/forms.ts'
import { withTx } from './db.ts'
import * as events from './events.ts'
import { verify } from './verify.ts'

const database = testDatabase()

it('keeps the chain of a region whole while many write at once, from its very first event', async () => {
  const details = { text: '引号"、反斜杠\\、换行\n、表情😀', list: [null, 1, { b: 2, a: undefined }] }
  const write = (subject: string) =>
    withTx(database.db, (tx) => events.record(tx, { region: '某市', name: 'form.save', subject, details }, stamp()))
  await Promise.all(Array.from({ length: 40 }, (_, i) => write(String(i))))
  const written = await events.list(database.db)
  expect(written.map(({ number }) => number).sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
  expect(await verify(database.db)).toMatchObject({ events: 40, damages: [] })
})

it('hashes on the server what verification hashes here', async () => {
  await withTx(database.db, (tx) => events.record(tx, { name: 'setting.change', subject: 'x' }, stamp()))
  const [event] = await events.list(database.db, { subject: 'x' })
  if (event === undefined) throw new Error('the event is there')
  const { hash, ...said } = event
  expect(hash).toBe(events.eventHash(said))
})
