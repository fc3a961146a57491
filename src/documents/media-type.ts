import { type FileType, fileType } from './file-type.ts'

const mediaTypes: Partial<Record<FileType, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  zip: 'application/zip',
  rtf: 'application/rtf',
  html: 'text/html',
  mht: 'multipart/related',
  json: 'application/json',
  text: 'text/plain',
}

/** The media type a file is kept under, by its bytes. */
export const mediaTypeOf = (bytes: Uint8Array): string => mediaTypes[fileType(bytes)] ?? 'application/octet-stream'
