import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimal } from '../decimal.ts'
import { canonicalUnit, fromYuan, toYuan, unitDimension } from './units.ts'

test.each([
  ['%', '%'],
  ['％', '%'],
  ['（%）', '%'],
  ['百分比', '%'],
  ['百分率', '%'],
  ['百分点', '个百分点'],
  ['万', '万元'],
  ['台套', '台（套）'],
  ['台/套', '台（套）'],
  ['台(套)', '台（套）'],
  ['家（次）', '家次'],
  ['工作日', '个工作日'],
  ['个工作日', '个工作日'],
  ['s', '秒'],
  ['笔数', '笔'],
  ['元/批次', '元/批次'],
  ['期每年', '期/年'],
  ['批次', '批次'],
])('%s is %s', (written, canonical) => expect(canonicalUnit(written)).toBe(canonical))

test.each([
  ['%', 'percent'],
  ['百分比', 'percent'],
  ['万元', 'money'],
  ['万', 'money'],
  ['元/张', 'ratio'],
  ['万人次/年', 'ratio'],
  ['个工作日每周', 'ratio'],
  ['天', 'duration'],
  ['个月', 'duration'],
  ['小时', 'duration'],
  ['工作日', 'working-days'],
  ['个工作日', 'working-days'],
  ['分', 'points'],
  ['份', 'count'],
  ['万份', 'count'],
  ['台（套）', 'count'],
  ['县（市、区）', 'count'],
  ['万平方米', 'measure'],
  ['吨', 'measure'],
  ['满意', null],
  ['', null],
])('%s measures %s', (unit, dimension) => expect(unitDimension(unit)).toBe(dimension))

test('money is converted exactly', () => {
  expect(toYuan('1157.3', '万元')).toBe('11573000')
  expect(toYuan('0.0000001', '万')).toBe('0.001')
  expect(toYuan('165,448.00', '元')).toBe('165448')
  expect(toYuan('1.2', '亿元')).toBe('120000000')
  expect(toYuan('3', '份')).toBeNull()
  expect(toYuan(null, '元')).toBeNull()
  expect(fromYuan('11573000', '万元')).toBe('1157.3')
})

test('元 → 万元 → 元 loses nothing', () => {
  const cents = fc.bigInt({ min: 0n, max: 10n ** 18n }).map((n) => `${n / 100n}.${String(n % 100n).padStart(2, '0')}`)
  fc.assert(
    fc.property(cents, (yuan) => {
      expect(toYuan(fromYuan(yuan, '万元'), '万元')).toBe(decimal(yuan)?.toFixed() ?? null)
    }),
  )
})
