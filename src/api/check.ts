import { z } from 'zod'
import { fileEndpoint } from './endpoint.ts'
import type { CheckedForm, SourceLine } from './forms.ts'

/** A document read and checked, nothing stored. */
export type CheckedDocument = {
  readonly source: string
  readonly forms: readonly CheckedForm[]
  readonly lines: readonly SourceLine[]
  /** What concerns the document as a whole: hidden sheets, damaged parts. Chinese sentences. */
  readonly notes: readonly string[]
  /** For an archive: from which of its files how many of the forms are, in their order. */
  readonly files?: readonly { readonly name: string; readonly forms: number }[]
}

/** A file made for the user: 批注件, a copy of the document with the findings at its cells; 审核报告. */
export type WrittenFile = { readonly name: string; readonly base64: string }

/** Chosen by form (region, year, kind) where left out. */
const profile = z.string().max(60).optional()

const file = z.object({ name: z.string().min(1).max(255), profile })

export const check = {
  document: fileEndpoint<CheckedDocument>()('document.check', '/check', file),
  annotated: fileEndpoint<WrittenFile>()('document.check', '/annotate', file),
  report: fileEndpoint<WrittenFile>()(
    'document.check',
    '/report',
    file.extend({ format: z.enum(['docx', 'pdf', 'html'], '报告的格式只能是 docx、pdf 或 html') }),
  ),
}
