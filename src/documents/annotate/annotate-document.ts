// The findings written into a copy of the user's own file, by what the file is.
import { type FileType, fileType } from '../file-type.ts'
import { InputProblem } from '../input-problem.ts'
import type { Note } from './notes.ts'

type Annotator = (bytes: Uint8Array, name: string, notes: readonly Note[]) => Promise<Uint8Array>

/** Loaded with the first file of their kind, as the readers are. */
const annotators: Readonly<Partial<Record<FileType, Annotator>>> = {
  docx: async (...given) => (await import('./docx.ts')).annotateDocx(...given),
  xlsx: async (...given) => (await import('./xlsx.ts')).annotateXlsx(...given),
  text: async (...given) => (await import('./plain.ts')).annotatePlain(...given),
  pdf: async (...given) => (await import('./pdf.ts')).annotatePdf(...given),
  html: async (...given) => (await import('./html.ts')).annotateHtml(...given),
}

const advice: Readonly<Partial<Record<FileType, string>>> = {
  doc: '旧版 Word 文档不能写入批注，请在 Word 里另存为 docx 后再试',
  rtf: 'RTF 文档不能写入批注，请在 Word 里另存为 docx 后再试',
  'word-xml': 'XML 格式的 Word 文档不能写入批注，请在 Word 里另存为 docx 后再试',
  xls: '旧版 Excel 工作簿不能写入批注，请在 Excel 里另存为 xlsx 后再试',
  mht: '网页存档不能写入批注，请另存为网页（.html）或 docx 后再试',
  json: 'JSON 文件不能写入批注，请先用 hengji convert 转成 docx 或 xlsx',
  zip: '压缩包不能写入批注，请先解压，再选择其中的文件',
}

/** A copy of the file with the notes in it; the file itself where there are none. Throws `InputProblem` for a kind that takes none. */
export async function annotateDocument(bytes: Uint8Array, name: string, notes: readonly Note[]): Promise<Uint8Array> {
  const type = fileType(bytes)
  const annotate = annotators[type]
  if (annotate === undefined)
    throw new InputProblem(
      'unknown-format',
      `${name}：${advice[type] ?? '这种文件不能写入批注，请另存为 docx 或 xlsx 后再试'}`,
    )
  return notes.length === 0 ? bytes : annotate(bytes, name, notes)
}
