// Bytes in, forms out: the whole way of reading one document.
import type { Form, FormDocument } from '../kernel/form/form.ts'
import { layouts } from '../kernel/layout/index.ts'
import { missingParts } from './completeness.ts'
import { type GridSegment, gridSegments } from './grid-document.ts'
import { InputProblem } from './input-problem.ts'
import { type OpenDocument, openDocument, openText } from './open-document.ts'
import { readSegment } from './readers.ts'
import { regionOf } from './region.ts'
import { runOnSegments, scatteredSegments } from './run-on/run-on-segments.ts'
import type { Line } from './source-text.ts'
import { type FormSegment, splitForms } from './split.ts'

export { MAXIMUM_BYTES, MAXIMUM_TEXT, openDocument } from './open-document.ts'

/** `notes` says what concerns the document as a whole, in Chinese. */
export type ReadDocument = FormDocument & { readonly notes?: readonly string[] }

/** Throws `InputProblem` where the bytes cannot be used; its message names the file and what to do. */
export const readDocument = async (bytes: Uint8Array, name: string): Promise<ReadDocument> =>
  formsOf(await openDocument(bytes, name))

/** The forms in a text. Throws `InputProblem` for a text that is empty, too long or without any form. */
export const readText = (text: string, name: string): ReadDocument => formsOf(openText(text, name))

/** What people see of the source: the lines that the sources and doubts of its forms point to. */
export const sourceLinesOf = async (bytes: Uint8Array, name: string): Promise<readonly Line[]> =>
  (await openDocument(bytes, name)).lines

/** The forms of an opened document. Throws `InputProblem` where it holds none. */
export function formsOf({ name, lines, content, notes }: OpenDocument): ReadDocument {
  const forms = content.shape === 'forms' ? [...content.forms] : formsRead(lines, content)
  if (forms.length === 0)
    throw new InputProblem('no-form', `${name}：未找到绩效表，请确认文件中有绩效目标表或绩效自评表`)
  const document = { source: name, forms }
  return notes.length > 0 ? { ...document, notes } : document
}

function formsRead(lines: readonly Line[], content: Exclude<OpenDocument['content'], { shape: 'forms' }>): Form[] {
  const found = content.shape === 'text' ? textSegments(lines, content.lines) : gridSegments(content.grid)
  return found.map(({ segment, read }) => completed(read(), segment))
}

/** Text that lost its rows is asked for them first: read line by line it would be torn. */
function textSegments(printed: readonly Line[], lines: readonly Line[]): readonly GridSegment[] {
  const runOn = runOnSegments(printed)
  if (runOn !== null) return runOn
  const found = splitForms(lines, layouts)
  return found.length > 0
    ? found.map((segment) => ({ segment, read: () => readSegment(segment, segment.layout) }))
    : scatteredSegments(lines)
}

function completed(read: Form, segment: FormSegment): Form {
  const region = read.region ?? regionOf(read.department?.name) ?? regionOf(read.unit?.name)
  const line = segment.lines.at(-1)?.line
  const known = new Set((read.doubts ?? []).map((doubt) => doubt.path))
  const missing = missingParts(read, segment.layout)
    .filter((doubt) => !known.has(doubt.path))
    .map((doubt) => (line === undefined ? doubt : { ...doubt, line }))
  const untitled =
    segment.begins && read.title !== null ? [] : [{ path: 'title', message: '未见表名，原文可能从表的中间开始' }]
  const doubts = [...(read.doubts ?? []), ...(known.has('title') ? [] : untitled), ...missing]
  // A form of its own layout may say the official one that has a place for all of it.
  const form: Form = { ...read, region, layout: read.layout ?? segment.layout.id }
  return doubts.length > 0 ? { ...form, doubts } : form
}
