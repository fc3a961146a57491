// The files a report is written to, by the ending of their name.
import type { Block } from '../../kernel/report/block.ts'
import { reportDocx } from './report-docx.ts'
import { reportHtml } from './report-html.ts'
import { reportPdf } from './report-pdf.ts'

type ReportWriter = (blocks: readonly Block[]) => Iterable<Uint8Array> | AsyncIterable<Uint8Array>

export const reportWriters = { docx: reportDocx, pdf: reportPdf, html: reportHtml } as const satisfies Record<
  string,
  ReportWriter
>
export type ReportFormat = keyof typeof reportWriters

/** The format a file name asks for; null where reports are not written in it. */
export function reportFormatOf(path: string): ReportFormat | null {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(reportWriters, ending) ? (ending as ReportFormat) : null // hasOwn has said so
}
