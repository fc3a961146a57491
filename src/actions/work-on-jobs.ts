// This process as one of those that work on jobs and hear what the others did.
import type { Connection } from '../store/db.ts'
import type { FileStore } from '../store/files.ts'
import { openJobQueue } from '../store/job-queue.ts'
import { listen, type Notice } from '../store/notices.ts'
import type { Context } from './context.ts'
import { jobKinds } from './job-kinds.ts'
import { startRunner } from './job-runner.ts'
import type { FormReader } from './read-forms.ts'

export type { Notice } from '../store/notices.ts'

/** Tells everybody who asked of every notice; null = some may have been missed. */
export type Notices = {
  readonly subscribe: (hear: (notice: Notice | null) => void) => () => void
}

export type Workshop = { readonly notices: Notices; readonly stop: () => Promise<void> }

type Options = {
  readonly context: Context
  readonly connection: Connection
  readonly files: FileStore
  readonly read: FormReader
  readonly onFault: (error: unknown, job: string) => void
}

export async function workOnJobs({ context, connection, files, read, onFault }: Options): Promise<Workshop> {
  const hearers = new Set<(notice: Notice | null) => void>()
  const queue = await openJobQueue(context.db, (error) => onFault(error, ''))
  const runner = await startRunner({ context, files, read, kinds: jobKinds, onFault }, queue)
  const unlisten = await listen(connection, (notice) => {
    for (const hear of hearers) hear(notice)
    if (notice === null || notice.job !== undefined) void runner.look().catch((error) => onFault(error, ''))
  })
  return {
    notices: {
      subscribe: (hear) => {
        hearers.add(hear)
        return () => void hearers.delete(hear)
      },
    },
    stop: async () => {
      await runner.stop()
      await unlisten()
    },
  }
}
