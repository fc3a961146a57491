import type { FastifyInstance } from 'fastify'
import { requestBulk, undoBulk } from '../actions/bulk-filings.ts'
import { getJobFile } from '../actions/compile-job.ts'
import type { Context } from '../actions/context.ts'
import type { FileStore } from '../actions/file-store.ts'
import { requestFormImport } from '../actions/import-filled-forms.ts'
import { cancelJob, getJob, listJobItems, listJobs } from '../actions/jobs.ts'
import type { Notices } from '../actions/work-on-jobs.ts'
import { jobs } from '../api/jobs.ts'
import { serve } from './serve.ts'
import { serveFile } from './serve-file.ts'
import { streamRoute } from './stream.ts'

export function jobRoutes(app: FastifyInstance, context: Context, files: FileStore, notices: Notices | null): void {
  const { stream, file, ...answers } = jobs
  serve(app, answers, context, {
    list: listJobs,
    get: getJob,
    items: listJobItems,
    cancel: cancelJob,
    undo: undoBulk,
    bulk: requestBulk,
    importForms: (given, input) => requestFormImport(given, files, input),
  })
  serveFile(app, file, context, (given, input) => getJobFile(given, files, input))
  streamRoute(app, stream, context, notices)
}
