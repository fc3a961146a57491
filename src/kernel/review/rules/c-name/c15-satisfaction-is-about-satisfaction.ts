// C15: under 满意度 stands what the people served think of the work.
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { isSatisfaction, rowsOf, tight } from '../../rows.ts'
import { selfEvaluation, targetForm, withIndicators } from '../../sample.ts'

/** Words by which a name asks what people think: 好评率, 投诉率 and 评价 among them. */
const opinion =
  /满意|好评|差评|投诉|举报|信访|上访|评价|评议|测评|评分|认可|认同|口碑|表扬|获得感|幸福感|安全感|感受|反馈|意见|拥护|支持/

export const satisfactionIsOpinion = reviewRule({
  id: 'C15',
  title: '满意度指标反映服务对象的满意程度',
  severity: 'warning',
  basis: coreIndicators,
  fix: '改为“某类服务对象满意度”，并说明调查方式；原指标移到相应的类别。',
  kinds: everyKind,
  messages: { other: '满意度指标“{name}”没有反映服务对象是否满意。' },
  *check({ form }, { say }) {
    for (const row of rowsOf(form)) {
      const said = `${row.name}${tight(row.it.description)}${tight(row.it.target.text)}`
      if (row.name !== '' && isSatisfaction(row) && !opinion.test(said))
        yield say(`${row.path}.name`, 'other', { name: row.name })
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      {
        form: withIndicators(
          targetForm(),
          { dimension: '满意度指标', aspect: '服务对象满意度指标', name: '好差评系统好评率', target: '≥95%' },
          { dimension: '满意度指标', aspect: '服务对象满意度指标', name: '客户投诉率', target: '≤0.2%' },
        ),
      },
    ],
    fails: [
      [
        {
          form: withIndicators(selfEvaluation(), {
            dimension: '满意度指标',
            aspect: '服务对象满意度指标',
            name: '上海市药品监管现状的国际认知度',
            target: '扩大',
          }),
          from: '002 法律法规专项业务经费',
        },
        'other',
        'indicators[0].name',
      ],
      [
        {
          form: withIndicators(targetForm(), {
            dimension: '满意度指标',
            aspect: '服务对象满意度指标',
            name: '按要求完成网络监测',
            description: '按时保质完成监测任务',
            target: '完成度100%',
          }),
          from: '004 网络市场监测服务2024',
        },
        'other',
        'indicators[0].name',
      ],
    ],
  }),
})
