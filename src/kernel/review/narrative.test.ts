import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plain } from '../decimal.ts'
import { amountOf, sameValue } from './amount.ts'
import { allows, mentionsAbout, mentionsIn, namesNumber } from './narrative.ts'
import { indicator } from './sample.ts'

const told = (text: string) => mentionsIn('goals.actual', text)
const short = (text: string) => told(text).map(({ amount }) => `${plain(amount.value)}${amount.unit ?? ''}`)

describe('numbers told in a text', () => {
  it.each([
    ['完成药品监督抽检600批次、食品抽检1.93万批次', ['600批次', '19300批次']],
    ['全市完成食品抽检任务共19,529批次', ['19529批次']],
    ['达到每千人6批次以上', ['6批次/千人']],
    ['2022年食品安全抽检经费581.4万元完成食品安全监督抽检5366批次', ['5814000元', '5366批次']],
    ['官微发布后累计阅读量近8万', ['80000']],
    ['对韶关市 10个 县的市场', ['10个']],
    ['编辑印刷季度《简讯》四期，每期发往中心和专家约130本，为工作参考', ['130本', '520本']],
  ])('%s', (text, numbers) => expect(short(text)).toEqual(numbers))

  it.each([
    '2023年5月23日正式上线',
    '1.完成预算管理',
    '目标内容2：做好装备配备',
    '津财绩效〔2021〕7号',
    '实行第3期',
    '《规范（2.0版）》',
  ])('are none in %s', (text) => expect(told(text)).toEqual([]))

  it('belong to the words up to the next number', () => {
    const [cards, views] = told('已实现2400多关注用户和30000多的累计浏览量')
    expect(cards?.words).toContain('关注用户')
    expect(views?.words).not.toContain('关注用户')
    expect(told('专利拥有量6.94件（同比增长43.69%）')[1]?.words).toContain('专利拥有量')
  })

  it('never break on any text', () => {
    const piece = fc.constantFrom(
      '完成',
      '3',
      '1,2',
      '万',
      '批次',
      '%',
      '，',
      '每',
      '（',
      '）',
      '约',
      '≥',
      '四期，每期5本',
      '\n',
      'A',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        for (const { printed, clause } of told(pieces.join('')))
          expect(printed.length + clause.length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('a told and a printed number', () => {
  const printed = (value: string, unit: string | null) =>
    amountOf(value, unit) as NonNullable<ReturnType<typeof amountOf>>
  it.each([
    ['平均证书送达时限≤5个工作日', '10', '工作日', false],
    ['平均受理时限≤5个工作日', '5', '工作日', true],
    ['邮寄投妥率>95%', '95', '%', false],
    ['保障人数超过12万人次', '130000', '人次', true],
    ['受益者约100人', '108', '人', true],
    ['受益者约100人', '120', '人', false],
    ['食品抽检1.95万批次', '19529', '批次', true],
    ['食品抽检1.93万批次', '19529', '批次', false],
  ])('%s leaves room for %s%s: %s', (text, value, unit, expected) => {
    const [mention] = told(text)
    expect(mention && allows(mention, printed(value, unit))).toBe(expected)
  })

  it('agree where neighbouring numbers add up to the printed one', () => {
    const parts = told('12个重大、10个专项课题通过验收，21个立项课题自行验收')
    expect(namesNumber(parts, printed('43', '个'))).toBe(true)
    expect(namesNumber(parts, printed('44', '个'))).toBe(false)
  })

  it('are compared as exactly as they are printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), (n) => {
        const exact = printed(String(n), '批次')
        const cut = printed((Math.floor(n / 100) / 100).toFixed(2), '万批次')
        expect(sameValue(exact, cut)).toBe(true)
      }),
    )
  })
})

it('is about an indicator where its words hold the name, in the same unit, and growth only for growth', () => {
  const about = (name: string, text: string, unit: string) =>
    mentionsAbout(indicator({ name }), unit, told(text), 0.6).map(({ mention }) => mention.printed)
  expect(about('新增限上餐饮企业数量', '全市新增限上餐饮企业27家；登记市场主体21家', '家')).toEqual(['27家'])
  expect(about('新增限上餐饮企业数量', '全市新增限上餐饮企业27%', '家')).toEqual([])
  expect(about('专利拥有量增长率', '专利拥有量6.94件（同比增长43.69%）', '%')).toEqual(['43.69%'])
  expect(about('质押融资完成率', '质押融资52宗（同比增长160%）', '%')).toEqual([])
})
