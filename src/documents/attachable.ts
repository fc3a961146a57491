// Which files may be kept as evidence: what people open to read. Sniffed from the bytes, whatever the name says.
import { type FileType, fileType } from './file-type.ts'
import { mediaTypeOf } from './media-type.ts'

const readable: Partial<Record<FileType, string>> = {
  pdf: 'PDF',
  docx: 'Word',
  doc: 'Word',
  xlsx: 'Excel',
  xls: 'Excel',
  pptx: 'PowerPoint',
  ofd: 'OFD',
  opendocument: 'OpenDocument',
  rtf: 'RTF',
  zip: 'ZIP',
  image: '图片',
}

const images: readonly (readonly [string, readonly number[]])[] = [
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/gif', [0x47, 0x49, 0x46, 0x38]],
]

/** Its media type, or why it may not be kept. */
export function attachable(bytes: Uint8Array): { readonly mediaType: string } | { readonly refused: string } {
  if (bytes.length === 0) return { refused: '文件是空的' }
  const type = fileType(bytes)
  if (type === 'encrypted') return { refused: '文件有密码，审核的人打不开，请去掉密码再上传' }
  if (type === 'text' || type === 'json') return isText(bytes) ? { mediaType: 'text/plain' } : unknown
  if (readable[type] === undefined) return unknown
  const image = images.find(([, sign]) => sign.every((byte, i) => bytes[i] === byte))
  return { mediaType: image?.[0] ?? mediaTypeOf(bytes) }
}

const unknown = {
  refused: '不是可以作为佐证的文件类型，请上传 PDF、OFD、Word、Excel、PowerPoint、图片、文本或 ZIP 文件',
} as const

/** Programs and data have zeros among their first bytes, text in any encoding of ours but UTF-16 has none. */
const isText = (bytes: Uint8Array): boolean => !bytes.subarray(0, 8192).includes(0)
