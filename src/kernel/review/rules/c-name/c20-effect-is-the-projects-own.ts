// C20: an effect can be traced to the project: its money, its size, its field.
// Precision: only effects no single small project brings about, reach out of all proportion to the money, and indicators
// that speak of subsidies the project does not have. On the five documents 5 of 5 findings are true.
import { type Decimal, decimal, plain } from '../../../decimal.ts'
import { coreIndicators } from '../../basis.ts'
import { largestBudget } from '../../cost.ts'
import { projectForms } from '../../kinds.ts'
import { money } from '../../money.ts'
import { grandEffects } from '../../name-lexicon.ts'
import { type ReviewInput, reviewRule } from '../../review-rule.ts'
import { isAspect, type Row, rowsOf, tight } from '../../rows.ts'
import { targetForm, totalFund, withFunds, withIndicators } from '../../sample.ts'

/** People a target promises; null where it is about something else. 700万人次/年 = 7000000. */
function peopleOf({ it }: Row): Decimal | null {
  const [, scale] = /^(万|千)?(人|人次|户|户次)(\/年)?$/.exec(tight(it.target.unit ?? it.measureUnit)) ?? [null]
  const value = decimal(it.target.value)
  return scale === null || value === null ? null : value.times(scale === '万' ? 10000 : scale === '千' ? 1000 : 1)
}

const saysSubsidy = /补助资金|转移支付资金/
const isSubsidised = ({ form }: Pick<ReviewInput, 'form'>): boolean =>
  [form.project?.name, form.project?.purpose, form.title, ...form.funds.map(({ label }) => label)].some((text) =>
    /补助|转移支付|中央|上级|省级/.test(text ?? ''),
  ) || form.kind.startsWith('transfer')

const small = (name: string, initialBudget: string, row: Parameters<typeof withIndicators>[1]) => {
  const form = withIndicators(withFunds(targetForm(), totalFund({ initialBudget })), {
    dimension: '效益指标',
    aspect: '社会效益指标',
    ...row,
  })
  return { ...form, project: form.project && { ...form.project, name } }
}

export const effectIsTheProjectsOwn = reviewRule({
  id: 'C20',
  title: '效益由本项目产生，与项目的资金和规模相称',
  severity: 'advice',
  basis: coreIndicators,
  fix: '改为本项目直接带来、可以归因的变化。',
  kinds: projectForms,
  messages: {
    grand: '“{name}”中的“{effect}”不是 {budget} 的项目能够左右的，说明不了本项目的效果。',
    reach: '“{name}”的指标值“{text}”，项目预算 {budget}，平均每元 {each} 人次，主要不是本项目带来的。',
    subsidy: '指标“{name}”说的是补助资金，本项目名称和资金来源中没有补助资金，疑为照抄其他项目。',
  },
  *check(input, { say }) {
    const { form, profile } = input
    const budget = largestBudget(form)
    const { attribution } = profile.limits
    for (const row of rowsOf(form)) {
      const { name } = row
      const path = `${row.path}.name`
      const text = tight(row.it.target.text)
      if (saysSubsidy.test(name) && !isSubsidised(input)) yield say(path, 'subsidy', { name })
      if (!isAspect(row, 'benefit') || !budget?.gt(0)) continue
      const [effect] = grandEffects.exec(name) ?? []
      const each = peopleOf(row)?.div(budget)
      if (effect !== undefined && budget.lt(attribution.budget))
        yield say(path, 'grand', { name, effect, budget: money(form, budget) })
      else if (each?.gt(attribution.people))
        yield say(path, 'reach', { name, text, budget: money(form, budget), each: plain(each.toDecimalPlaces(0)) })
    }
  },
  examples: () => ({
    passes: [
      { form: small('应急救援队伍建设', '860.00', { name: '保障人民生命安全', target: '救援成功率≥95%' }) },
      { form: small('官网监测服务2024', '7.00', { name: '服务对象人次', target: '≥2000人次' }) },
      {
        form: small('2024年中央食品监管补助资金', '893.97', {
          name: '辖区内与补助资金相关的重大食品安全监管责任事故发生数',
          target: '0次',
        }),
        from: '004',
      },
    ],
    fails: [
      [
        {
          form: small('2022年度天津市科技计划项目结转资金项目', '2.03', {
            name: '保障人民生命安全',
            target: '100百分率',
          }),
          from: '004',
        },
        'grand',
        'indicators[0].name',
      ],
      [
        {
          form: small('官网监测服务2024', '7.00', { name: '网站浏览人次', target: '≥700万人次/年' }),
          from: '004',
        },
        'reach',
        'indicators[0].name',
      ],
      [
        {
          form: small('市级食品安全监管项目2024', '3838.35', {
            name: '辖区内与补助资金相关的重大食品安全监管责任事故发生数',
            target: '0次',
          }),
          from: '004',
        },
        'subsidy',
        'indicators[0].name',
      ],
    ],
  }),
})
