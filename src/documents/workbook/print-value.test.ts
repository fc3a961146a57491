// What a cell shows, against what Excel prints for the same number and format.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtinFormat } from './builtin-formats.ts'
import { printNumber, printText } from './print-value.ts'

const ACCOUNTING = builtinFormat(43)

describe('a number under its format', () => {
  it.each([
    ['15.4', '0.00', '15.40'],
    ['165448', '#,##0.00', '165,448.00'],
    ['1234567.5', '#,##0', '1,234,568'],
    ['0.9976', '0.00%', '99.76%'],
    ['0.99760000000000004', '0.00%', '99.76%'],
    ['1', '0%', '100%'],
    ['0.285', '0.0%', '28.5%'],
    ['2.675', '0.00', '2.68'],
    ['-3.14159', '0.00', '-3.14'],
    ['-1234.5', '#,##0.00;[Red]-#,##0.00', '-1,234.50'],
    ['-1234.5', '#,##0.00;(#,##0.00)', '(1,234.50)'],
    ['0', '0.00;-0.00;"-"', '-'],
    ['0', ACCOUNTING, '-'],
    ['12.3', ACCOUNTING, '12.30'],
    ['-12.3', ACCOUNTING, '-12.30'],
    ['30', '0.00"万份"', '30.00万份'],
    ['30', '"≥"0"家"', '≥30家'],
    ['20', 'General"元"', '20元'],
    ['20', 'G/通用格式"元"', '20元'],
    ['12345', '0!.0,"万"', '1.2万'],
    ['12345678', '#,##0,', '12,346'],
    ['1500000', '0.0,,', '1.5'],
    ['5', '000', '005'],
    ['0.5', '#.##', '.5'],
    ['5', '#.##', '5.'],
    ['7', '[$¥-804]#,##0.00', '¥7.00'],
    ['1234', '0.00E+00', '1.23E+03'],
    ['0.00012', '0.0E-0', '1.2E-4'],
    ['95', '[>=90]"优";[>=80]"良";"中"', '优'],
    ['85', '[>=90]"优";[>=80]"良";"中"', '良'],
    ['3', ';;;', ''],
    ['13800138000', '000-0000-0000', '138-0013-8000'],
    ['0.5', '# ?/?', '0.5'],
  ])('%s as %s is %s', (stored, code, shown) => expect(printNumber(stored, code)).toBe(shown))

  it.each([
    ['100', '100'],
    ['99.760000000000005', '99.76'],
    ['0.1', '0.1'],
    ['-2.5', '-2.5'],
    ['1E-3', '0.001'],
    ['0.33333333333333331', '0.333333333'],
    ['123456789012', '123456789012'],
    ['1234567890.12345', '1234567890.12'],
    ['10.50', '10.5'],
    ['-0', '0'],
    ['5.1000000021e+20', '510000000210000000000'],
  ])('%s without a format is %s', (stored, shown) => expect(printNumber(stored, 'General')).toBe(shown))

  it.each([
    ['45261', 'yyyy-mm-dd', '2023-12-01'],
    ['45261', builtinFormat(14), '2023/12/1'],
    ['45261', builtinFormat(31), '2023年12月1日'],
    ['45261', builtinFormat(57), '2023年12月'],
    ['45261', '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'Friday, December 01, 2023'],
    ['45261.75', 'yyyy-mm-dd hh:mm', '2023-12-01 18:00'],
    ['45261.75', 'h:mm AM/PM', '6:00 PM'],
    ['1.5', '[h]:mm', '36:00'],
    ['0.000011574', 'ss.00', '01.00'],
    ['1', 'yyyy-mm-dd', '1900-01-01'],
    ['61', 'yyyy-mm-dd', '1900-03-01'],
    ['-1', 'yyyy-mm-dd', '-1'],
    ['1e15', 'yyyy-mm-dd', '1000000000000000'],
  ])('day %s as %s is %s', (stored, code, shown) => expect(printNumber(stored, code)).toBe(shown))

  it('counts days from 1904 where the workbook does', () =>
    expect(printNumber('43799', 'yyyy-mm-dd', true)).toBe('2023-12-01'))

  it('is none where the stored text is none', () => {
    for (const stored of ['', 'abc', '1,2', '0x10', 'Infinity', '1e99999']) expect(printNumber(stored, '0')).toBeNull()
  })
})

it('text has a part of the format of its own', () => {
  expect(printText('优', '0.00')).toBe('优')
  expect(printText('优', '0;0;0;"等级："@')).toBe('等级：优')
})

it('prints two places of any amount exactly', () =>
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), (cents) => {
      const digits = String(cents < 0n ? -cents : cents).padStart(3, '0')
      const text = `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
      expect(printNumber(text, '0.00')).toBe(text)
      expect(printNumber(text, '#,##0.00')?.replaceAll(',', '')).toBe(text)
    }),
  ))

it('never throws, whatever the format says', () =>
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'0#?.,%E+-;"[]\\_*@yymdhs/年 !>=9'), maxLength: 30 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      (code, value) => {
        expect(typeof (printNumber(String(value), code) ?? '')).toBe('string')
        expect(typeof printText('文字', code)).toBe('string')
      },
    ),
  ))
