import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { docxOf } from './docx/docx.test-kit.ts'
import { fileType } from './file-type.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const ole = (...streams: readonly string[]): Uint8Array =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1000),
    ...streams.map((stream) => Buffer.from(`${stream}\0`, 'utf16le')),
  ])
const packageOf = (...names: readonly string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, bytes('…')])))

it.each([
  ['pdf', bytes('%PDF-1.7\n')],
  ['docx', docxOf(['题'])],
  ['xlsx', bytes('PK\u0003\u0004 … xl/workbook.xml')],
  ['zip', bytes('PK\u0003\u0004 … 报表.txt')],
  ['xlsx', packageOf('[Content_Types].xml', 'xl/workbook.xml')],
  ['pptx', packageOf('[Content_Types].xml', 'ppt/presentation.xml')],
  ['ofd', packageOf('OFD.xml', 'Doc_0/Document.xml')],
  ['opendocument', packageOf('mimetype', 'content.xml')],
  ['zip', packageOf('word/报表.docx', 'xl/报表.xlsx')],
  ['excel-xml', bytes('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">')],
  ['doc', ole('Root Entry', '1Table', 'WordDocument')],
  ['doc', readFileSync(new URL('../../test/golden/files/001-word97.doc', import.meta.url))],
  ['xls', ole('Root Entry', 'Workbook')],
  ['xls', ole('Root Entry', 'Book')],
  ['ole', ole('Root Entry', 'PowerPoint Document')],
  ['encrypted', ole('Root Entry', 'EncryptionInfo', 'EncryptedPackage')],
  ['html', bytes('\ufeff\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html>')],
  ['html', bytes('<?xml version="1.0"?>\n<!-- saved -->\n<html xmlns="http://www.w3.org/1999/xhtml">')],
  ['html', bytes('<table border=1><tr><td>项目名称')],
  ['html', Buffer.from('\ufeff<html><body>', 'utf16le')],
  [
    'mht',
    bytes('From: <Saved by Blink>\r\nSubject: =?utf-8?Q?x?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;'),
  ],
  ['mht', bytes('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"')],
  ['word-xml', bytes('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>')],
  [
    'word-xml',
    bytes('<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">'),
  ],
  ['text', bytes('财政项目支出绩效自评表\n<5个')],
  ['text', bytes('Date: 2024\n项目名称：\n')],
  ['text', bytes('')],
])('%s, whatever the file is called', (type, file) => {
  expect(fileType(file)).toBe(type)
})

it('is quick with texts that almost look like a page or an archive', () => {
  expect(fileType(bytes(`${'<!-- '.repeat(2000)}`))).toBe('text')
  expect(fileType(bytes(`Date: ${'x\n'.repeat(4000)}`))).toBe('text')
  expect(fileType(bytes(' '.repeat(8000)))).toBe('text')
})
