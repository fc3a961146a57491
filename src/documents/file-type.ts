// What a file is, by its first bytes; names are not trusted.

export type FileType = 'pdf' | 'docx' | 'xlsx' | 'zip' | 'ole' | 'rtf' | 'html' | 'image' | 'text'

const SIGNS: readonly (readonly [FileType, string])[] = [
  ['pdf', '%PDF-'],
  ['ole', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'],
  ['rtf', '{\\rtf'],
  ['image', '\u0089PNG'],
  ['image', '\u00ff\u00d8\u00ff'],
  ['image', 'GIF8'],
]

const latin1 = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

export function fileType(bytes: Uint8Array): FileType {
  const head = latin1(bytes.subarray(0, 1024))
  for (const [type, sign] of SIGNS) if (head.startsWith(sign)) return type
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return packageType(bytes)
  if (/^(\u00ef\u00bb\u00bf)?\s*<(!doctype\s+html|html|table|meta|head|body)/i.test(head)) return 'html'
  return 'text'
}

/** Office files are ZIP packages; the names of their parts stand in plain sight at both ends. */
function packageType(bytes: Uint8Array): FileType {
  const seen = latin1(bytes.subarray(0, 4096)) + latin1(bytes.subarray(Math.max(0, bytes.length - 65_536)))
  if (seen.includes('word/')) return 'docx'
  if (seen.includes('xl/')) return 'xlsx'
  return 'zip'
}
