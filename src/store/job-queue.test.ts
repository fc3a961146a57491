import { expect, it } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { openJobQueue } from './job-queue.ts'

const { db } = testDatabase()

it('is made once on a new database, however many processes start at once', async () => {
  const faults: Error[] = []
  const queues = await Promise.all(Array.from({ length: 6 }, () => openJobQueue(db, (fault) => faults.push(fault))))
  await Promise.all(queues.map((queue) => queue.stop(1)))
  expect(faults).toEqual([])
})
