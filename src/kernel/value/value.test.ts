import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Target } from '../form/form.ts'
import { BRACKETED, formatTarget, isMalformed, PLAIN, parseActual, parseTarget } from './value.ts'

/** What a target says, in short: "≥ 30.00 万份", with the words beside it in braces. */
const said = ({ kind, comparator, value, unit, rest, date, period, parts }: Target): string =>
  [
    kind === 'quantitative' ? null : kind,
    comparator,
    value,
    unit,
    rest ? `{${rest}}` : null,
    date,
    period ? `${period.from}…${period.to}` : null,
    parts
      ? `[${parts.map((p) => [p.rest, p.comparator, p.value, p.unit].filter(Boolean).join(' ')).join(' | ')}]`
      : null,
  ]
    .filter(Boolean)
    .join(' ')

describe('年度指标值：官方系统导出的写法', () => {
  test.each([
    ['≥1.00(次)', '>= 1.00 次'],
    ['=100(%)', '= 100 %'],
    ['=100.00（%）', '= 100.00 %'],
    ['<5.00(个)', '< 5.00 个'],
    ['≤0.40(元/张)', '<= 0.40 元/张'],
    ['=2.00(次/周)', '= 2.00 次/周'],
    ['≥25(万人次/年)', '>= 25 万人次/年'],
    ['≥2(个工作日每周)', '>= 2 个工作日每周'],
    ['≥30.00(万份)', '>= 30.00 万份'],
    ['≥27台套', '>= 27 台套'],
    ['≥22台（套）', '>= 22 台（套）'],
    ['100百分比', '100 百分比'],
    ['≤30万/年', '<= 30 万/年'],
    ['≤2000元/批次', '<= 2000 元/批次'],
    ['≤60s', '<= 60 s'],
    ['≤450 元', '<= 450 元'],
    ['200份', '200 份'],
    ['1笔数', '1 笔数'],
    ['0次', '0 次'],
    ['≥5', '>= 5'],
    ['≥-0.01', '>= -0.01'],
    ['≥500000个次', '>= 500000 个次'],
    ['≥10MW', '>= 10 MW'],
    ['≥5枚', '>= 5 枚'],
    ['≤650元/(人·天)', '<= 650 元/(人·天)'],
    ['≤10%（含）', '<= 10 %'],
    ['￥300万', '300 万'],
  ])('%s 读作 %s', (text, expected) => expect(said(parseTarget(text))).toBe(expected))
})

describe('算子的各种写法', () => {
  test.each([
    ['﹦100%', '='],
    ['═100%', '='],
    ['＝100％', '='],
    ['等于100%', '='],
    ['≧95%', '>='],
    ['>=95%', '>='],
    ['≮95%', '>='],
    ['大于等于95%', '>='],
    ['大于或等于95%', '>='],
    ['等于或大于95%', '>='],
    ['不少于95%', '>='],
    ['不低于95%', '>='],
    ['不得低于95%', '>='],
    ['至少95%', '>='],
    ['达到或超过95%', '>='],
    ['95%以上', '>='],
    ['95%及以上', '>='],
    ['95%（含）以上', '>='],
    ['至少2个以上', '>='],
    ['＞95%', '>'],
    ['大于95%', '>'],
    ['超过95%', '>'],
    ['≦5%', '<='],
    ['<=5%', '<='],
    ['≯5%', '<='],
    ['小于等于5%', '<='],
    ['不高于5%', '<='],
    ['不超过5%', '<='],
    ['5%以内', '<='],
    ['5%以下', '<='],
    ['3个工作日内', '<='],
    ['＜5%', '<'],
    ['小于5%', '<'],
    ['低于5%', '<'],
    ['100%', null],
    ['第3期', null],
  ])('%s → %s', (text, comparator) => expect(parseTarget(text).comparator).toBe(comparator))

  test('值内没有算子时取指标方向栏，值内的词优先', () => {
    expect(parseTarget('80%', { direction: '大于等于' }).comparator).toBe('>=')
    expect(parseTarget('2次以上', { direction: '等于' }).comparator).toBe('>=')
    expect(parseTarget('80%', { direction: '定性' }).comparator).toBeNull()
  })

  test('互相矛盾的词不取其一，也不取指标方向栏', () => {
    expect(parseTarget('≥5个以下', { direction: '等于' })).toMatchObject({ comparator: null, value: '5' })
  })
})

describe('数与词并存：数可用，词不丢', () => {
  test.each([
    ['至少20家企业', 'mixed >= 20 家 {企业}'],
    ['力争成功提交3件', 'mixed 3 件 {力争成功提交}'],
    ['省局平均水平2300元/批次', 'mixed 2300 元/批次 {省局平均水平}'],
    ['≥平均2版/月', 'mixed >= 2 版/月 {平均}'],
    ['≥90市场主体平等享有资源', 'mixed >= 90 {市场主体平等享有资源}'],
    ['≥3人民调解员', 'mixed >= 3 {人民调解员}'],
    ['≤102严格控制成本', 'mixed <= 102 {严格控制成本}'],
    ['26万件左右', 'mixed 26 万件 {左右}'],
    ['动态信息12小时内发布', 'mixed <= 12 小时 {动态信息 发布}'],
    ['经审查后的合同违约率低于5%', 'mixed < 5 % {经审查后的合同违约率}'],
    ['100%（26家）', 'mixed 100 % {（26家）} [100 % | 26 家]'],
    ['5000余份', 'mixed 5000 份 {余}'],
    ['PM2.5浓度≤35微克/立方米', 'mixed <= 35 微克/立方米 {PM2.5浓度}'],
  ])('%s', (text, expected) => expect(said(parseTarget(text))).toBe(expected))

  test('3协作体：计量单位栏证明“协作体”是单位', () => {
    expect(said(parseTarget('3协作体', { measureUnit: '协作体' }))).toBe('3 协作体')
    expect(said(parseTarget('3协作体'))).toBe('mixed 3 {协作体}')
  })
})

describe('一格多值', () => {
  test.each([
    [
      '厅局级≤550元/天/人、处级及以下≤500元/天/人',
      'mixed 元/天/人 [厅局级 <= 550 元/天/人 | 处级及以下 <= 500 元/天/人]',
    ],
    [
      '2024年上半年完成抽检任务40%，全年完成任务100%',
      'mixed % 2024-01-01…2024-12-31 [2024年上半年完成抽检任务 40 % | 全年完成任务 100 %]',
    ],
    ['综合考评结果≥60分的承检机构占比≥80%', 'mixed [综合考评结果 >= 60 分 | 的承检机构占比 >= 80 %]'],
    ['3-5天', 'mixed 天 [>= 3 天 | <= 5 天]'],
    ['90%~95%', 'mixed % [>= 90 % | <= 95 %]'],
    ['100至200人', 'mixed 人 [>= 100 人 | <= 200 人]'],
    ['≥5%且≤10%', 'mixed % [>= 5 % | 且 <= 10 %]'],
  ])('%s', (text, expected) => expect(said(parseTarget(text))).toBe(expected))
})

describe('日期与期间', () => {
  test.each([
    ['2024年12月底前', 'date 2024-12-31'],
    ['2024年12月31日前', 'date 2024-12-31'],
    ['2024年年底前完成', 'date 2024-12-31'],
    ['2024年底', 'date 2024-12-31'],
    ['至2025年3月底前', 'date 2025-03-31'],
    ['２０２４ 年 ２ 月底前', 'date 2024-02-29'],
    ['2023年三季度完成', 'date 2023-07-01…2023-09-30'],
    ['2023年上半年', 'date 2023-01-01…2023-06-30'],
    ['2023年11月完成', 'date 2023-11-01…2023-11-30'],
    ['2024年1月-2024年5月', 'date 2024-01-01…2024-05-31'],
    ['2024年3月启动，2024年年底完成', 'date 2024-12-31 2024-03-01…2024-12-31'],
    ['2024年3月启动，年底完成', 'date 2024-12-31 2024-03-01…2024-12-31'],
    ['2024年4月至年底', 'date 2024-12-31 2024-04-01…2024-12-31'],
    ['2023.1-2023.12', 'date 2023-01-01…2023-12-31'],
    ['2023年12月25日24时前', 'date 2023-12-25'],
    ['2024年7-9月组织施工', 'date 2024-07-01…2024-09-30'],
    ['不晚于2024年12月31日', 'date <= 2024-12-31'],
    ['12月31日前', 'date'],
    ['全年', 'date'],
    ['每月25日之前进行网站监测结果反馈', 'date'],
    ['2023年9月起', 'date'],
    ['全年开展', 'qualitative'],
    ['符合2024年工作要求', 'qualitative'],
    ['2024年底前完成100%', 'mixed 100 % {2024年底前完成} 2024-12-31'],
    ['12个月', '12 个月'],
    ['≤12月', '<= 12 月'],
  ])('%s', (text, expected) => expect(said(parseTarget(text))).toBe(expected))

  test('没有印年份的日期按表的年度', () => {
    expect(said(parseTarget('12月底前', { year: 2023 }))).toBe('date 2023-12-31')
    expect(said(parseTarget('全年', { year: 2023 }))).toBe('date 2023-01-01…2023-12-31')
  })
})

describe('读不懂的不猜', () => {
  test.each([
    '符合合同约定',
    '长期影响',
    '零投诉',
    '3/5',
    '1：3',
    '鉴定评审质量符合总局TSG07-2019规定取证条件要求',
    '实行全年7×24小时在线处置、调度，保证全天候调度处置',
    '落实12345热线诉求',
    '公检任务完成率=（实际完成量/计划任务量）×100%',
    '2 000个',
    '12，000',
  ])('%s 是定性文字', (text) => expect(parseTarget(text)).toMatchObject({ text, kind: 'qualitative', value: null }))

  test.each(['1212月25日前完成', '2024年13月', '2月30日前', '1,0000元'])('%s 像数或日期而不是', (text) => {
    expect(isMalformed(text)).toBe(true)
    expect(parseTarget(text)).toMatchObject({ text, kind: 'qualitative', value: null })
  })

  test.each([null, '', ' ', '-', '—', '/'])('%j 是空白', (text) => {
    expect(parseTarget(text)).toEqual({ text, kind: 'blank', comparator: null, value: null, unit: null })
  })
})

describe('实际完成值', () => {
  test.each([
    ['100.00（%）', '100.00', '%'],
    ['0', '0', null],
    ['35801.00(件)', '35801.00', '件'],
    ['≥850人', '850', '人'],
    ['100%（26家）', '100', '%'],
    ['平均响应时长： 9.19s', '9.19', 's'],
    ['共检查120家次', '120', '家次'],
    ['达成率95%', '95', '%'],
    ['已完成3项任务中的2项', null, '项'],
    ['3期，共120人次', null, null],
    ['完成', null, null],
  ])('%s', (text, value, unit) => expect(parseActual(text)).toMatchObject({ text, value, unit, tier: null }))

  test.each([
    ['达成指标', 'achieved'],
    ['达成年度指标', 'achieved'],
    ['达成预期指标。', 'achieved'],
    ['基本达成目标', 'achieved'],
    ['全部或基本达成预期指标', 'achieved'],
    ['部分达成指标并具有一定效果', 'partial'],
    ['部分达成年度指标并具有一定效果', 'partial'],
    ['部分达成预期指标', 'partial'],
    ['部分实现目标', 'partial'],
    ['未达成年度指标且效果较差', 'missed'],
    ['未达成预期指标', 'missed'],
    ['实现目标程度较低', 'missed'],
    ['达成合作协议', null],
    ['扩大', null],
  ])('%s 的档次是 %s', (text, tier) => expect(parseActual(text)).toMatchObject({ text, value: null, tier }))
})

describe('写回', () => {
  test('按各地样式', () => {
    const target = { comparator: '>=', value: '30', unit: '万份' } as const
    expect(formatTarget(target, BRACKETED)).toBe('≥30.00(万份)')
    expect(formatTarget(target, PLAIN)).toBe('≥30万份')
    expect(formatTarget({ ...target, value: '1234567.125' }, { brackets: '（）', places: 2, grouped: true })).toBe(
      '≥1,234,567.125（万份）',
    )
  })

  test('文字、日期、多值照原文', () => {
    for (const text of ['满意', '2024年底前', '3-5天', '≥平均2版/月']) {
      expect(formatTarget(parseTarget(text), BRACKETED)).toBe(text)
    }
  })

  test('任意数值写出再读回，意思不变', () => {
    const unit = fc.constantFrom(null, '%', '次', '万份', '元/张', '个工作日', '台（套）', '万人次/年', '平方米')
    const value = fc
      .tuple(fc.boolean(), fc.nat(9_999_999), fc.option(fc.nat(9999)))
      .map(([minus, whole, fraction]) => `${minus ? '-' : ''}${whole}${fraction === null ? '' : `.${fraction}`}`)
    const comparator = fc.constantFrom('>=', '>', '=', '<', '<=', null)
    const style = fc.record({ brackets: fc.constantFrom('', '()', '（）'), grouped: fc.boolean() })
    fc.assert(
      fc.property(comparator, value, unit, style, (comparator, value, unit, style) => {
        const read = parseTarget(formatTarget({ comparator, value, unit }, style))
        expect(read).toMatchObject({ kind: 'quantitative', comparator, value, unit })
      }),
    )
  })
})
