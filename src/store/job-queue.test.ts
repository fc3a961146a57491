import { expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { openJobQueue } from './job-queue.ts'

const database = testDatabase()

it('is made once on a new database, however many processes start at once', async () => {
  const faults: Error[] = []
  const queues = await Promise.all(
    Array.from({ length: 2 }, () => openJobQueue(database.db, (fault) => faults.push(fault))),
  )
  await Promise.all(queues.map((queue) => queue.stop(1)))
  expect(faults).toEqual([])
})
