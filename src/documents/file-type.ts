// What a file is, by its first bytes; names are not trusted.
import { InputProblem } from './input-problem.ts'
import { zipEntries } from './zip.ts'

export type FileType =
  | (
      | 'pdf'
      | 'docx'
      | 'xlsx'
      | 'pptx'
      | 'ofd'
      | 'opendocument'
      | 'zip'
      | 'doc'
      | 'xls'
      | 'ole'
      | 'encrypted'
      | 'rtf'
      | 'html'
      | 'mht'
      | 'word-xml'
      | 'excel-xml'
      | 'json'
    )
  | ('image' | 'text')

const SIGNS: readonly (readonly [FileType, string])[] = [
  ['pdf', '%PDF-'],
  ['rtf', '{\\rtf'],
  ['image', '\u0089PNG'],
  ['image', '\u00ff\u00d8\u00ff'],
  ['image', 'GIF8'],
]

const HEAD = 8192
const OLE_SIGN = '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')

export function fileType(bytes: Uint8Array): FileType {
  const head = latin1(bytes.subarray(0, HEAD))
  for (const [type, sign] of SIGNS) if (head.startsWith(sign)) return type
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return packageType(bytes)
  if (head.startsWith(OLE_SIGN)) return compoundType(bytes)
  return markupType(head)
}

const PAGE =
  /^(?:\s|<!--[\s\S]{0,2000}?-->|<\?xml[^>]{0,200}\?>)*<(?:!doctype\s+html|html|head|meta|body|table|title|style|div|p|center|font|h[1-6])[\s>]/i
const HEADER =
  /^\s*(?:MIME-Version|From|Content-Type|Subject|Date|Snapshot-Content-Location|X-[\w-]+):[^\n]*\n(?:[\s\S]{0,4000}?\n)?(?:MIME-Version|Content-Type):/i

/** Where JSON begins that holds objects: no text of ours begins with a brace and a quotation mark. */
const OBJECTS = /^\s*(?:\[\s*)?\{\s*["}]/

function markupType(head: string): FileType {
  // UTF-16 with its mark: every other byte is zero.
  const text = head.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '').replaceAll('\0', '')
  if (/^\s*<\?xml/.test(text) && /progid="Word\.Document"|office\/word\/2003\/wordml|<pkg:package/.test(text))
    return 'word-xml'
  if (/^\s*<\?xml/.test(text) && /progid="Excel\.Sheet"|schemas-microsoft-com:office:spreadsheet/.test(text))
    return 'excel-xml'
  if (PAGE.test(text)) return 'html'
  if (OBJECTS.test(text)) return 'json'
  if (/^\s*MIME-Version:/i.test(text) || HEADER.test(text)) return 'mht'
  return 'text'
}

/**
 * Office files are ZIP packages; the names of their parts tell which. Where the directory is lost they are looked for
 * at both ends, so that the file is refused for what it is.
 */
function packageType(bytes: Uint8Array): FileType {
  const names = partNames(bytes)
  // An archive may have a folder of documents called word, but parts are XML.
  const has = (folder: string): boolean =>
    names === null
      ? ends(bytes).includes(folder)
      : names.some((name) => name.startsWith(folder) && /\.(?:xml|rels|bin)$/i.test(name))
  if (has('word/')) return 'docx'
  if (has('xl/')) return 'xlsx'
  if (has('ppt/')) return 'pptx'
  if (names?.includes('OFD.xml')) return 'ofd'
  return names?.includes('mimetype') && names.includes('content.xml') ? 'opendocument' : 'zip'
}

const ends = (bytes: Uint8Array): string =>
  latin1(bytes.subarray(0, 4096)) + latin1(bytes.subarray(Math.max(0, bytes.length - 65_536)))

function partNames(bytes: Uint8Array): readonly string[] | null {
  try {
    return zipEntries(bytes, '').map(({ name }) => name)
  } catch (error) {
    if (error instanceof InputProblem) return null
    throw error
  }
}

/** Old Office files, and new ones under a password: the directory names their streams in UTF-16. */
function compoundType(bytes: Uint8Array): FileType {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const has = (stream: string): boolean => all.includes(Buffer.from(`${stream}\0`, 'utf16le'))
  if (has('EncryptedPackage')) return 'encrypted'
  if (has('WordDocument')) return 'doc'
  return has('Workbook') || has('Book') ? 'xls' : 'ole'
}
