// The kinds of long work there are. A new one = one file and one line.
import { bulkJob } from './bulk-filings.ts'
import { compileJob } from './compile-job.ts'
import { importJob } from './import-filled-forms.ts'
import type { JobKind } from './job-runner.ts'
export const jobKinds: Readonly<Record<string, JobKind>> = { bulk: bulkJob, compile: compileJob, import: importJob }
