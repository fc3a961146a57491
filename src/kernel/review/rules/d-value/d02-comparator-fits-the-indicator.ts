// D02: the comparator allows the side on which the result is good: output from below, cost from above.
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import * as words from '../../lexicon.ts'
import { type ReviewInput, reviewRule } from '../../review-rule.ts'
import { coreName, isAspect, type Row, rowsOf, sideOf, tight } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'
import { isCost } from '../../taxonomy.ts'
import { unitKind } from '../../unit-kind.ts'

const wantsMore = (name: string): boolean =>
  (words.goodRates.test(name) && !words.negated.test(name)) || words.savings.test(name)
const isOutput = (row: Row): boolean =>
  isAspect(row, 'quantity') && words.deliveredWork.test(row.name) && !words.limitedQuantities.test(row.name)

/** Why the comparator stands on the wrong side; null where it may stand there. */
function mismatch(row: Row, { profile }: ReviewInput) {
  const { target } = row.it
  const side = sideOf(target.comparator)
  const unit = unitKind(target.unit)
  const name = coreName(row.name)
  if (side === 'down' && unit !== 'time' && unit !== 'money') {
    if (wantsMore(name) && (unit === null || unit === 'percent' || unit === 'points')) return 'more'
    if (isOutput(row) && unit !== 'percent' && unit !== 'ratio') return 'output'
  }
  if (side === 'up' && words.badRates.test(name)) return 'less'
  const cost = isCost(profile, row.it) && unit === 'money' && !words.costsFromBelow.test(row.name)
  return side === 'up' && cost ? 'cost' : null
}

export const comparatorFits = reviewRule({
  id: 'D02',
  title: '比较符号与指标的好坏方向一致',
  severity: 'error',
  basis: coreIndicators,
  fix: '把符号改到相反方向；如确属控制性（或下限性）要求，在指标名称中写明“控制数”“标准”等。',
  kinds: everyKind,
  messages: {
    more: '“{name}”越高越好，指标值却写成上限“{text}”。',
    less: '“{name}”越低越好，指标值却写成下限“{text}”。',
    output: '数量指标“{name}”是应完成的工作量，指标值却写成上限“{text}”：少做也算达标。',
    cost: '成本指标“{name}”应控制上限，指标值却写成下限“{text}”：花得越多越达标。',
  },
  *check(input, { say }) {
    for (const row of rowsOf(input.form)) {
      const key = mismatch(row, input)
      if (key === null) continue
      const { comparator } = row.it.target
      const where = {
        path: `${row.path}.target`,
        observed: comparator,
        expected: key === 'more' || key === 'output' ? '>=' : '<=',
      }
      yield say(where, key, { name: row.name, text: tight(row.it.target.text) })
    }
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(
          targetForm(),
          { name: '培训期数', target: '≥2期' },
          { name: '投诉处理率', target: '≥95%' },
          { name: '不合格率', target: '≤5%' },
          { name: '会议培训控制数', target: '≤10次' },
          { aspect: '成本指标', name: '救助标准', target: '≥500元/人' },
          { aspect: '时效指标', name: '检验报告出具及时率', target: '≤10工作日' },
        ),
      },
    ],
    fails: [
      [
        {
          form: withIndicators(targetForm(), { name: '培训期数', target: '≤2' }),
          from: '004 2023年中央反垄断工作补助经费',
        },
        'output',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(targetForm(), {
            aspect: '成本指标',
            name: '食品中微生物检测试剂耗材',
            target: '≥2.03万元',
          }),
          from: '004 2022年度天津市科技计划项目结转资金项目',
        },
        'cost',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(targetForm(), { aspect: '经济效益指标', name: '节约财政资金', target: '≤5%' }),
          from: '004 市市场监监管专项（非财政拨款项目）',
        },
        'more',
        'indicators[0].target',
      ],
      [{ form: withIndicators(targetForm(), { name: '客户投诉率', target: '≥5%' }) }, 'less', 'indicators[0].target'],
    ],
  }),
})
