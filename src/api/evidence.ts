// 佐证材料: files that prove what a filing says, bound to a row or to the form, with the checklist of its task.
import { z } from 'zod'
import { type Checked, type Method, methods } from '../kernel/evidence/checklist.ts'
import { endpoint, fileEndpoint, jsonEndpoint } from './endpoint.ts'

export type EvidenceFile = {
  readonly id: string
  /** Item of the checklist. */
  readonly kind: string
  readonly method: string | null
  /** The row it proves in the newest version; null = the form as a whole, or (`rowGone`) the row is gone. */
  readonly path: string | null
  readonly rowGone: boolean
  readonly name: string
  readonly mediaType: string
  /** In bytes. */
  readonly size: number
  readonly sha256: string
  readonly note: string | null
  readonly addedAt: string
  readonly addedBy: string
  /** The same bytes prove something of other projects: one sentence a use. */
  readonly usedElsewhere: readonly string[]
}

export type EvidenceList = { readonly files: readonly EvidenceFile[]; readonly checklist: readonly Checked[] }
export type AddedEvidence = { readonly id: string; readonly sha256: string; readonly usedElsewhere: readonly string[] }

const id = z.uuid('不是佐证材料的编号')
const filingId = z.uuid('不是填报件的编号')

export const evidence = {
  list: endpoint<EvidenceList>()('evidence.read', 'GET', '/filings/:filingId/evidence', z.object({ filingId })),
  add: fileEndpoint<AddedEvidence>()(
    'evidence.write',
    '/filings/:filingId/evidence',
    z.object({
      filingId,
      name: z.string().trim().min(1).max(255),
      kind: z.string().min(1).max(40),
      /** A row of the newest version; left out = the form as a whole. */
      path: z.string().min(1).max(300).optional(),
      /** The key of the row instead, for who does not know whether the row still stands where it stood. */
      rowKey: z.string().min(1).max(60).optional(),
      method: z.enum(Object.keys(methods) as [Method, ...Method[]]).optional(), // the names of the table
      note: z.string().trim().max(500).optional(),
    }),
  ),
  /** The file itself, not JSON; never shown by the browser. */
  file: endpoint<ArrayBuffer>()('evidence.read', 'GET', '/evidence/:id/file', z.object({ id })),
  remove: jsonEndpoint<void>()('evidence.write', 'POST', '/evidence/:id/remove', z.object({ id })),
}
