import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CheckedDocument } from '../api/check.ts'
import { type ReportFormat, reportWriters } from '../documents/report/write-report.ts'
import { type ReportInput, reviewReport } from '../kernel/report/report.ts'
import { checkDocument } from './check-document.ts'

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')) as {
  version: string
}

/** The day in China, where these reports are signed. */
const dayOf = (now: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now)

type Report = {
  readonly documents: readonly CheckedDocument[]
  readonly format: ReportFormat
  readonly now: Date
}

/** 审核报告 of documents that were checked, in pieces: one report, however many documents. */
export const writeReport = ({ documents, format, now }: Report): Iterable<Uint8Array> | AsyncIterable<Uint8Array> =>
  reportWriters[format](reviewReport(reportInput(documents, now)))

function reportInput(documents: readonly CheckedDocument[], now: Date): ReportInput {
  const sources = documents.map(({ source }) => source)
  const named = sources.length > 5 ? `${sources.slice(0, 5).join('、')}等 ${sources.length} 个文件` : sources.join('、')
  return {
    source: named,
    forms: documents.flatMap(({ forms }) => forms),
    notes: documents.flatMap(({ source, notes }) =>
      notes.map((note) => (documents.length > 1 ? `${source}：${note}` : note)),
    ),
    on: dayOf(now),
    version,
  }
}

type Input = {
  readonly bytes: Uint8Array
  readonly name: string
  readonly profile?: string | undefined
  readonly format: ReportFormat
}

/** Reads and checks a document and writes the report on it. Nothing is stored. Problem: document.unusable. */
export async function reportDocument(_: object, { format, ...input }: Input): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  const document = await checkDocument({}, input)
  for await (const piece of writeReport({ documents: [document], format, now: new Date() })) pieces.push(piece)
  return Buffer.concat(pieces)
}
