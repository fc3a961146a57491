import type { JobItem, JobItems } from '../../api/jobs.ts'

/** All pieces of a list, one after the other, from the first to the one nothing comes behind. */
export async function everyItem(piece: (after: number) => Promise<JobItems>): Promise<readonly JobItem[]> {
  const all: JobItem[] = []
  for (let after: number | null = 0; after !== null; ) {
    const { rows, next }: JobItems = await piece(after)
    all.push(...rows)
    after = next
  }
  return all
}
