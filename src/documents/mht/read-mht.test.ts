import { expect, it } from 'vitest'
import { InputProblem } from '../input-problem.ts'
import { openDocument } from '../open-document.ts'

const page = '<html><body><p>财政项目支出绩效自评表</p></body></html>'
const quoted = (bytes: Uint8Array): string =>
  [...bytes]
    .map((byte) => (byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte)))
    .join('')
    .replace(/(.{60}[^=]{3})/g, '$1=\r\n')
const gbkPage = Buffer.concat([Buffer.from('<p>'), Buffer.from('c4bfb1ea', 'hex')])

const archive = (parts: readonly string[], head = 'MIME-Version: 1.0'): Uint8Array =>
  Buffer.from(
    [
      head,
      'Content-Type: multipart/related;\r\n\tboundary="----=_Part.1";\r\n\ttype="text/html"',
      '',
      'This is a multi-part message in MIME format.',
      '',
      ...parts.map((part) => `------=_Part.1\r\n${part}`),
      '------=_Part.1--',
      '',
    ].join('\r\n'),
    'latin1',
  )
const part = (headers: string, body: string): string => `${headers}\r\n\r\n${body}\r\n`
const image = part('Content-Type: image/png\r\nContent-Transfer-Encoding: base64', 'iVBORw0KGgo=')

const textOf = async (bytes: Uint8Array): Promise<string | undefined> =>
  (await openDocument(bytes, '页.mht')).lines.find((line) => line.text !== '')?.text

it.each([
  [
    'quoted-printable',
    part(
      'Content-Type: text/html;\r\n\tcharset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable',
      quoted(Buffer.from(page)),
    ),
    '财政项目支出绩效自评表',
  ],
  [
    'base64',
    part(
      'Content-Transfer-Encoding: BASE64\r\nContent-Type: text/html; charset=utf-8',
      Buffer.from(page)
        .toString('base64')
        .replace(/(.{76})/g, '$1\r\n'),
    ),
    '财政项目支出绩效自评表',
  ],
  [
    'eight bits, in the encoding the part names',
    part('Content-Type: text/html; charset=gb2312', gbkPage.toString('latin1')),
    '目标',
  ],
])('the page of an archive in %s', async (_, first, text) => {
  expect(await textOf(archive([first, image]))).toBe(text)
  expect(await textOf(archive([image, first], 'From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0'))).toBe(text)
})

it('the page of an archive within an archive', async () => {
  const inner = `Content-Type: multipart/alternative; boundary=inner\r\n\r\n--inner\r\n${part('Content-Type: text/html', '<p>target</p>')}--inner--\r\n`
  expect(await textOf(archive([image, inner]))).toBe('target')
})

it('an archive that was cut off yields what is there; one without a page is refused', async () => {
  const whole = archive([part('Content-Type: text/html', '<p>one</p><p>two</p>'), image])
  expect(await textOf(whole.subarray(0, Buffer.from(whole).indexOf('two')))).toBe('one')
  await expect(openDocument(archive([image]), '页.mht')).rejects.toThrow(InputProblem)
})
