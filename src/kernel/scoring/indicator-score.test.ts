// What becomes of a row: which number is compared with which, and what is said where that cannot be done.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { national2020 } from '../profile/national-2020.profile.ts'
import type { Profile } from '../profile/profile.ts'
import { shanghai2023 } from '../profile/shanghai-2023.profile.ts'
import { type Cells, rowOf } from './example-row.ts'
import { scoreIndicator } from './indicator-score.ts'

const scored = (cells: Cells, profile: Profile = national2020) => {
  const found = scoreIndicator(rowOf(cells), 0, profile)
  if (found === null) throw new Error('no score')
  return found
}

describe('what cannot be scored says why', () => {
  it.each<[string, Cells]>([
    ['没有分值', { target: '≥2(次)', actual: '2(次)', weight: null }],
    ['分值 -1 是负数', { target: '≥2(次)', actual: '2(次)', weight: '-1' }],
    ['没有填写实际完成值', { target: '≥2(次)', actual: null, weight: '5' }],
    ['没有填写实际完成值', { target: '≥2(次)', actual: '—', weight: '5' }],
    ['表中没有实际完成值一栏', { target: '≥2(次)', weight: '5', score: '5' }],
    ['没有指标值', { target: null, actual: '2(次)', weight: '5' }],
    ['实际完成值“完成”不是一个数，也没有写明达成档次', { target: '≤30万元', actual: '完成', weight: '5' }],
    ['指标值“显著提升”是文字，实际完成值“95%”没有写明达成档次', { target: '显著提升', actual: '95%', weight: '5' }],
    ['指标值单位“天”与实际完成值单位“小时”不同，不能比较', { target: '≤2(天)', actual: '5(小时)', weight: '5' }],
    ['指标值单位“天”与实际完成值单位“工作日”不同，不能比较', { target: '≤2天', actual: '2(工作日)', weight: '5' }],
    [
      '实际完成值为“不适用”，是给满分还是把分值分到同类指标，由评价人确定',
      { target: '=100(%)', actual: '不适用', weight: '5' },
    ],
    ['指标值 -0.01 是负数，未达到时没有完成比例可算', { target: '≥-0.01', actual: '-0.02', weight: '5' }],
    ['指标值 -2 是负数，超过时没有偏离比例可算', { target: '≤-2(度)', actual: '3(度)', weight: '5' }],
  ])('%s', (because, cells) => {
    const found = scored(cells)
    expect(found).toMatchObject({ verdict: 'unable', computed: null, because })
    expect(found.derivation).toContainEqual({ label: '未能计算', text: because })
  })

  it('a date needs a tier', () => {
    const found = scored({ target: '2024年12月底前', actual: '2024年11月', weight: '5' })
    expect(found).toMatchObject({ verdict: 'unable' })
    expect(found.because).toContain('是日期或期限')
  })

  it('several values in a cell are not chosen from', () => {
    const target = '厅局级≤550元/天/人、处级及以下≤500元/天/人'
    expect(scored({ target, actual: '480元/天/人', weight: '5' }).because).toBe(`指标值“${target}”一格有多个数`)
  })
})

describe('units', () => {
  it.each<[string, string, string, string]>([
    ['spellings of one unit are the same', '≤3.00(工作日)', '3.00(个工作日)', '5.00'],
    ['half- and full-width brackets are the same', '≥95.00（%）', '95(%)', '5.00'],
    ['money is compared in 元', '≤1(万元)', '9500(元)', '5.00'],
    ['money is compared in 元, also when missed', '≤1(万元)', '12000(元)', '4.00'],
    ['a unit on one side only is taken for both', '≥50(个)', '40', '4.00'],
    ['a unit of thousands too, where the numbers are near', '≥30.00(万份)', '24', '4.00'],
    ['pieces are compared one by one', '≥30.00(万份)', '240000(份)', '4.00'],
  ])('%s', (_, target, actual, computed) => {
    expect(scored({ target, actual, weight: '5' }).computed).toBe(computed)
  })

  it('does not take 310000 for 万份 because no unit stands beside it', () => {
    const { computed, because, over } = scored({ target: '≥30.00(万份)', actual: '310000', weight: '5' })
    expect({ computed, over }).toEqual({ computed: null, over: null })
    expect(because).toContain('相差上千倍')
  })

  it('says what was done about them', () => {
    const input = (target: string, actual: string) => scored({ target, actual, weight: '5' }).derivation[1]?.text
    expect(input('≤1(万元)', '9500(元)')).toContain('换算为元后比较')
    expect(input('≥50(个)', '40')).toContain('只有一方写明单位（个），视为相同')
  })

  it('come from the unit column where the value has none', () => {
    const row = { ...rowOf({ target: '≥5', actual: '5小时', weight: '5' }), measureUnit: '天' }
    expect(scoreIndicator(row, 0, national2020)?.verdict).toBe('unable')
    expect(scoreIndicator({ ...row, measureUnit: '小时' }, 0, national2020)?.computed).toBe('5.00')
    expect(scoreIndicator({ ...row, measureUnit: '无' }, 0, national2020)?.computed).toBe('5.00')
  })
})

describe('before the numbers are compared', () => {
  it('a negative actual counts as zero, and the derivation says so', () => {
    const found = scored({ target: '≥5(%)', actual: '-2(%)', weight: '5' })
    expect(found).toMatchObject({ computed: '0.00', formula: '5 × 0 ÷ 5' })
    expect(found.derivation[1]?.text).toContain('实际完成值 -2 为负，按 0 计')
  })

  it('a target that is just met is met', () => {
    expect(scored({ target: '≥5(%)', actual: '5(%)', weight: '5' }).because).toBe('实际完成值 5 达到指标值 5，得满分')
    expect(scored({ target: '≤5(%)', actual: '5(%)', weight: '5' }).because).toBe('实际完成值 5 未超过指标值 5，得满分')
  })

  it("a tier is known by the profile's own labels too", () => {
    const tiers = shanghai2023.tiers.map((band) => (band.tier === 'partial' ? { ...band, labels: ['乙 档'] } : band))
    const row = { target: '提升', actual: '乙档', weight: '10' }
    expect(scored(row).verdict).toBe('unable')
    expect(scored(row, { ...shanghai2023, tiers }).range).toMatchObject({ from: '6', to: '8' })
  })

  it('a number beats a tier where the target is a number, a tier decides elsewhere', () => {
    const row = rowOf({ target: '≥4(次)', actual: '2(次)', weight: '10' })
    const actual = { text: '2(次)，部分达成指标', value: '2', unit: '次', tier: 'partial' as const }
    expect(scoreIndicator({ ...row, actual }, 0, national2020)?.computed).toBe('5.00')
    const words = { ...row, ...rowOf({ target: '提升', weight: '10' }), actual }
    expect(scoreIndicator(words, 0, national2020)?.method).toBe('tier-bands')
  })

  it('no share of a profile gives more than the weight', () => {
    const generous = { ...national2020, satisfactionBands: [{ atLeast: '0', share: '1.5' }] }
    const row = { target: '≥85(%)', actual: '90(%)', weight: '10', aspect: '服务对象满意度指标' }
    expect(scored(row, generous).computed).toBe('10.00')
  })
})

describe('verdicts', () => {
  const given = { target: '≥200(家次)', actual: '199(家次)', weight: '3' }
  it.each([
    ['2.99', 'equal'],
    ['2.990', 'equal'],
    ['2.98', 'different'],
    ['2.985', 'different'],
    [null, 'absent'],
  ])('%s beside 2.99 is %s', (score, verdict) => {
    expect(scored({ ...given, score }).verdict).toBe(verdict)
  })

  const partial = { target: '提升', actual: '部分达成指标', weight: '10' }
  it.each([
    ['8', 'inside', 'outside'],
    ['7.99', 'inside', 'inside'],
    ['6', 'inside', 'inside'],
    ['5.99', 'outside', 'outside'],
  ])('%s of 10 in the middle tier is %s in Shanghai and %s nationally', (score, shanghai, national) => {
    expect(scored({ ...partial, score }, shanghai2023).verdict).toBe(shanghai)
    expect(scored({ ...partial, score }, national2020).verdict).toBe(national)
  })

  it('bounds of a band are rounded like scores', () => {
    expect(scored({ ...partial, weight: '1.33' }).range).toMatchObject({ from: '0.8', to: '1.06' })
  })
})

describe('over-achievement is a flag', () => {
  it.each([
    ['≥30(条)', '70(条)', '2.3333'],
    ['≥10(项)', '12(项)', '1.2'],
    ['≥10(项)', '11.99(项)', null],
    ['=10(项)', '15(项)', '1.5'],
    ['≤10(天)', '30(天)', null],
    ['≥0(项)', '30(项)', null],
  ])('%s → %s: %s', (target, actual, over) => {
    const found = scored({ target, actual, weight: '5' })
    expect(found.over).toBe(over)
    if (over !== null) expect(found.computed).toBe('5.00')
    expect(found.derivation.some(({ label }) => label === '超额')).toBe(over !== null)
  })
})

it('a derivation reads from the profile to the comparison', () => {
  const cells = { target: '≥120000(件)', actual: '35801.00(件)', weight: '2.00', score: '0.50' }
  expect(scored(cells, shanghai2023).derivation).toEqual([
    { label: '口径', text: '上海市口径（2023年起）（shanghai@2023）' },
    { label: '输入', text: '分值 2.00；指标值 ≥120000(件)；实际完成值 35801.00(件)' },
    { label: '公式', text: '完成比例法（正向指标）：实际完成值 35801 未达到指标值 120000，按完成比例计分' },
    { label: '计算', text: '2 × 35801 ÷ 120000 = 0.59668333…' },
    { label: '舍入', text: '四舍五入到小数点后 2 位：0.59668333… → 0.60' },
    { label: '依据', text: '财预〔2020〕10号' },
    { label: '比较', text: '表上为 0.50，复算为 0.60，表上少 0.1' },
  ])
})

describe('for all numbers', () => {
  const cents = (max: number) => fc.integer({ min: 0, max })
  const text = (n: number) => `${Math.trunc(n / 100)}.${String(n % 100).padStart(2, '0')}`
  const score = (sign: string, target: number, actual: number, weight: number) =>
    scored({ target: `${sign}${text(target)}(次)`, actual: `${text(actual)}(次)`, weight: text(weight) }).computed ?? ''
  const toCents = (printed: string) => Number(printed.replace('.', ''))

  it('a ratio is rounded half up exactly, as integers have it', () => {
    fc.assert(
      fc.property(cents(10_000_000), cents(10_000_000), cents(9000), (target, actual, weight) => {
        fc.pre(target > 0)
        const [w, a, t] = [BigInt(weight), BigInt(actual), BigInt(target)]
        const expected = a >= t ? w : (2n * w * a + t) / (2n * t)
        expect(toCents(score('≥', target, actual, weight))).toBe(Number(expected))
      }),
    )
  })

  it('a score lies between nothing and the weight', () => {
    fc.assert(
      fc.property(fc.constantFrom('≥', '>', '=', '<', '≤'), cents(9999), cents(99999), cents(9000), (sign, t, a, w) => {
        const found = toCents(score(sign, t, a, w))
        expect(found >= 0 && found <= w).toBe(true)
      }),
    )
  })

  it('more never costs points where more is better, nor gains any where less is', () => {
    fc.assert(
      fc.property(cents(9999), cents(99999), cents(99999), cents(9000), (target, a, b, weight) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)]
        for (const sign of ['≥', '>']) {
          expect(toCents(score(sign, target, more, weight))).toBeGreaterThanOrEqual(
            toCents(score(sign, target, less, weight)),
          )
        }
        for (const sign of ['≤', '<']) {
          expect(toCents(score(sign, target, more, weight))).toBeLessThanOrEqual(
            toCents(score(sign, target, less, weight)),
          )
        }
      }),
    )
  })
})
