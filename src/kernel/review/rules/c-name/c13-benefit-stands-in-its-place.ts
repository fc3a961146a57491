// C13: an effect stands under the kind of benefit it is about.
// Precision: only said where the name has words of another kind, and neither name nor description any of its own. On
// the five documents 5 of 5 findings are true.
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { benefitWords } from '../../name-lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { type Row, rowsOf, stem, tight } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'

type Benefit = keyof typeof benefitWords

const places: Readonly<Record<Benefit, readonly [label: string, stems: readonly string[]]>> = {
  economic: ['经济效益', ['经济效益']],
  ecological: ['生态效益', ['生态效益', '环境效益']],
  lasting: ['可持续影响', ['可持续影响']],
  social: ['社会效益', ['社会效益']],
}

/** Where the words belong, in the order in which they are told apart; only money and nature are words of one kind alone. */
function belongsTo(row: Row): Benefit | null {
  const here = stem(row.it.aspect)
  const own = (['economic', 'ecological'] as const).find((kind) => places[kind][1].includes(here))
  if (own === undefined) return null
  const words = `${row.name}${tight(row.it.description)}`
  if (benefitWords[own].test(own === 'economic' ? words.replace(/价格监管/g, '') : words)) return null
  return (['lasting', 'social', 'ecological'] as const).find((kind) => benefitWords[kind].test(row.name)) ?? null
}

export const benefitStandsInItsPlace = reviewRule({
  id: 'C13',
  title: '效益指标放在相应的二级指标下',
  severity: 'warning',
  basis: coreIndicators,
  fix: '移到相应的二级指标；确有该类效益的，改写名称说明是什么效益。',
  kinds: everyKind,
  messages: { misplaced: '“{name}”反映的是{belongs}，却放在“{aspect}”下。' },
  *check({ form }, { say }) {
    for (const row of rowsOf(form)) {
      const kind = belongsTo(row)
      if (kind === null) continue
      const belongs = places[kind][0]
      yield say({ path: `${row.path}.name`, expected: `${belongs}指标` }, 'misplaced', {
        name: row.name,
        belongs,
        aspect: row.it.aspect ?? '',
      })
    }
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(
          targetForm(),
          { aspect: '经济效益指标', name: '节约财政资金', target: '≥5%' },
          { aspect: '经济效益指标', name: '降低维权成本、减少法律风险损失', target: '违约率低于5%' },
          { aspect: '社会效益指标', name: '优化营商环境', target: '办件时间缩短20%' },
          { aspect: '生态效益指标', name: '河道水质达标率', target: '≥95%' },
        ),
        from: '004',
      },
    ],
    fails: [
      [
        {
          form: withIndicators(targetForm(), {
            dimension: '效益指标',
            aspect: '经济效益指标',
            name: '延长设备使用年限',
            description: '延长设备使用年限',
            target: '>3年',
          }),
          from: '004 大型检测设备运行维护2024',
        },
        'misplaced',
        'indicators[0].name',
      ],
      [
        {
          form: withIndicators(targetForm(), {
            dimension: '效益指标',
            aspect: '生态效益指标',
            name: '网络市场环境',
            description: '净化网络市场环境',
            target: '有效净化',
          }),
          from: '004 网络市场监测服务2024',
        },
        'misplaced',
        'indicators[0].name',
      ],
    ],
  }),
})
