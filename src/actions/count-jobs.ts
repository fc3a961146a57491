import * as jobs from '../store/jobs.ts'
import type { Context } from './context.ts'

/** How many jobs are in each state, for the metrics. */
export const countJobs = ({ db }: Context): Promise<Readonly<Record<string, number>>> => jobs.countByState(db)
