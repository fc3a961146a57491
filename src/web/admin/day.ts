import { moment } from '../show.ts'

/** Today in China, as the record counts days: 2024-03-01. */
export const today = (): string => moment(new Date().toISOString()).slice(0, 10)
