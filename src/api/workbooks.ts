// A filing as a workbook: taken out, edited without the network, brought back.
import { z } from 'zod'
import { endpoint, fileEndpoint } from './endpoint.ts'

/** What bringing an edited workbook back changes; with conflicts nothing was saved. */
export type ImportedWorkbook = {
  /** What the person changed offline, in sentences. */
  readonly changes: readonly { readonly path: string | null; readonly message: string }[]
  readonly conflicts: readonly {
    readonly path: string
    readonly label: string
    readonly base: string | null
    readonly mine: string | null
    readonly theirs: string | null
  }[]
  /** Cells it may not change. */
  readonly refused: readonly { readonly path: string; readonly message: string }[]
  /** The version the workbook was exported from, and the present one. */
  readonly exportedVersion: number
  readonly version: number
  readonly saved: boolean
}

const id = z.uuid('不是填报件的编号')

export const workbooks = {
  /** An xlsx file, not JSON. */
  take: endpoint<ArrayBuffer>()('filing.read', 'GET', '/filings/:id/workbook', z.object({ id })),
  /** With `dryRun` it only says what would change. */
  bring: fileEndpoint<ImportedWorkbook>()(
    'filing.read',
    '/filings/:id/workbook',
    z.object({ id, name: z.string().min(1).max(255), dryRun: z.enum(['true', 'false']).default('false') }),
  ),
}
