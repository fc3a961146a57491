import { describe, expect, it } from 'vitest'
import { decode } from './decode.ts'
import { InputProblem } from './input-problem.ts'

const sample = '项目名称\t业务受理工作经费\r\n主管部门\t上海市市场监督管理局\r\n预期目标：办理 1,200 件\r\n'
const utf8 = new TextEncoder().encode(sample)
const utf16 = (order: 'le' | 'be', mark: boolean): Uint8Array => {
  const bytes = Uint8Array.from(
    [...(mark ? '\ufeff' : ''), ...sample].flatMap((char) => {
      const code = char.charCodeAt(0)
      return order === 'le' ? [code & 255, code >> 8] : [code >> 8, code & 255]
    }),
  )
  return bytes
}
/** 项目支出绩效自评表 in GB18030, as old Windows programs save it. */
const gbk = Uint8Array.from([
  0xcf, 0xee, 0xc4, 0xbf, 0xd6, 0xa7, 0xb3, 0xf6, 0xbc, 0xa8, 0xd0, 0xa7, 0xd7, 0xd4, 0xc6, 0xc0, 0xb1, 0xed,
])

describe('a text is read in the encoding it was saved in', () => {
  it.each([
    ['UTF-8', utf8],
    ['UTF-8 with a mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8])],
    ['UTF-16, little end first, with a mark', utf16('le', true)],
    ['UTF-16, big end first, with a mark', utf16('be', true)],
    ['UTF-16, little end first, no mark', utf16('le', false)],
    ['UTF-16, big end first, no mark', utf16('be', false)],
  ])('%s', (_, bytes) => {
    expect(decode(bytes, 'x.txt')).toMatchObject({ text: sample, notes: [] })
  })

  it('GB18030', () => {
    expect(decode(gbk, 'x.txt')).toEqual({ text: '项目支出绩效自评表', encoding: 'gb18030', notes: [] })
  })
})

describe('a file cut within a character', () => {
  it.each([1, 2])('keeps everything before the cut (%i bytes of the last character left)', (left) => {
    const whole = new TextEncoder().encode('业务受理工作经费绩效自评表')
    const { text, notes } = decode(whole.subarray(0, whole.length - 3 + left), 'x.txt')
    expect(text).toMatch(/^业务受理工作经费绩效自评\ufffd+$/)
    expect(notes).toHaveLength(1)
  })

  it('keeps everything after the cut', () => {
    const whole = new TextEncoder().encode('业务受理工作经费绩效自评表')
    expect(decode(whole.subarray(2), 'x.txt').text).toContain('务受理工作经费绩效自评表')
  })
})

describe('bytes that are no text are refused with the name of the file', () => {
  const noise = Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919 + (i >> 3) * 104729) & 255)
  it.each([
    ['noise', noise],
    ['zeros', new Uint8Array(100)],
    ['control characters', Uint8Array.from({ length: 100 }, (_, i) => 1 + (i % 8))],
    ['a single stray byte', Uint8Array.from([0xff])],
  ])('%s', (_, bytes) => {
    expect(() => decode(bytes, '乱码.txt')).toThrow(InputProblem)
    expect(() => decode(bytes, '乱码.txt')).toThrow(/^乱码\.txt：不是可读的文本/)
  })
})
