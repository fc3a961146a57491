// The files forms are written to, by the ending of their name. A new format is one line here.
import type { Form } from '../../kernel/form/form.ts'
import { writeCsv } from './csv.ts'
import { writeDocx } from './docx.ts'
import { writeHtml } from './html.ts'
import { writeJson } from './json.ts'
import { writePdf } from './pdf.ts'
import { writeXlsx } from './xlsx.ts'

/** Bytes in pieces, so that a thousand forms are never held at once. `source` names what the forms were read from. */
export type FormWriter = (forms: Iterable<Form>, source: string) => Iterable<Uint8Array> | AsyncIterable<Uint8Array>

export const formats = {
  docx: writeDocx,
  xlsx: writeXlsx,
  pdf: writePdf,
  html: writeHtml,
  json: writeJson,
  csv: writeCsv,
} as const satisfies Record<string, FormWriter>

export type OutputFormat = keyof typeof formats

/** The format a file name asks for; null where it is none of ours. */
export function formatOf(path: string): OutputFormat | null {
  const ending = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''
  return isFormat(ending) ? ending : null
}

export const isFormat = (ending: string): ending is OutputFormat => Object.hasOwn(formats, ending)
