// Bytes in, forms out: the whole way of reading one document.
import type { Form, FormDocument } from '../kernel/form/form.ts'
import { layouts } from '../kernel/layout/index.ts'
import { barsToTabs } from './bars.ts'
import { missingParts } from './completeness.ts'
import { decode } from './decode.ts'
import { type FileType, fileType } from './file-type.ts'
import { InputProblem } from './input-problem.ts'
import { countLines, linesOf } from './lines.ts'
import { readSegment } from './readers.ts'
import { regionOf } from './region.ts'
import { type FormSegment, splitForms } from './split.ts'

/** `notes` says what concerns the document as a whole, in Chinese. */
export type ReadDocument = FormDocument & { readonly notes?: readonly string[] }

/** Larger files are refused before they are read: fifty times the largest document published. */
export const MAXIMUM_BYTES = 4 * 1024 * 1024
const MAXIMUM_LINES = 200_000

/** Throws `InputProblem` where the bytes cannot be used; its message names the file and what to do. */
export function readDocument(bytes: Uint8Array, name: string): ReadDocument {
  if (bytes.length === 0) throw new InputProblem('empty', `${name}：文件是空的，请检查文件是否完整`)
  refuseOtherTypes(fileType(bytes), name)
  if (bytes.length > MAXIMUM_BYTES) throw tooLarge(name, `${Math.ceil(bytes.length / 1024 / 1024)} MB`)
  const { text, notes } = decode(bytes, name)
  const document = readText(text, name)
  return notes.length > 0 ? { ...document, notes } : document
}

/** The forms in a text. Throws `InputProblem` for a text that is empty, too long or without any form. */
export function readText(text: string, name: string): ReadDocument {
  if (text.length > MAXIMUM_BYTES || countLines(text) > MAXIMUM_LINES) throw tooLarge(name, `${text.length} 字`)
  if (text.trim() === '') throw new InputProblem('empty', `${name}：文件里没有文字，请检查文件是否完整`)
  const segments = splitForms(barsToTabs(linesOf(text)), layouts)
  if (segments.length === 0)
    throw new InputProblem('no-form', `${name}：未找到绩效表，请确认文件中有绩效目标表或绩效自评表`)
  return { source: name, forms: segments.map(readForm) }
}

function readForm(segment: FormSegment): Form {
  const read = readSegment(segment, segment.layout)
  const region = read.region ?? regionOf(read.department?.name) ?? regionOf(read.unit?.name)
  const line = segment.lines.at(-1)?.line
  const known = new Set((read.doubts ?? []).map((doubt) => doubt.path))
  const missing = missingParts(read, segment.layout)
    .filter((doubt) => !known.has(doubt.path))
    .map((doubt) => (line === undefined ? doubt : { ...doubt, line }))
  const untitled =
    segment.begins && read.title !== null ? [] : [{ path: 'title', message: '未见表名，原文可能从表的中间开始' }]
  const doubts = [...(read.doubts ?? []), ...(known.has('title') ? [] : untitled), ...missing]
  const form: Form = { ...read, region, layout: segment.layout.id }
  return doubts.length > 0 ? { ...form, doubts } : form
}

const refused: Readonly<Partial<Record<FileType, string>>> = {
  pdf: 'PDF 文件，目前只能读文本，请用阅读器“另存为文本”（.txt）后再试',
  docx: 'Word 文档（docx），目前只能读文本，请在 Word 里另存为“纯文本”（.txt）后再试',
  xlsx: 'Excel 工作簿（xlsx），目前只能读文本，请另存为“文本文件（制表符分隔）”后再试',
  zip: '压缩包，请先解压，再选择其中的文本文件',
  ole: '旧版 Office 文件（doc/xls），目前只能读文本，请另存为“纯文本”（.txt）后再试',
  rtf: 'RTF 文档，目前只能读文本，请另存为“纯文本”（.txt）后再试',
  html: '网页（html），目前只能读文本，请在浏览器里另存为文本（.txt）后再试',
  image: '图片，无法读出文字，请提供文本文件',
}

function refuseOtherTypes(type: FileType, name: string): void {
  const advice = refused[type]
  if (advice !== undefined) throw new InputProblem('unknown-format', `${name}：这是${advice}`)
}

const tooLarge = (name: string, size: string): InputProblem =>
  new InputProblem('too-large', `${name}：文件过大（${size}，上限 4 MB、20 万行），请拆成几个文件后再试`)
