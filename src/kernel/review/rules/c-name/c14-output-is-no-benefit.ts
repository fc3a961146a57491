// C14: work the office itself did is output; a benefit is what changed for others.
// Precision: by a closed list of the office's own acts followed by a share or a number of them. On the five documents
// 9 of 9 findings are true.
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { ownWork } from '../../name-lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { coreName, isAspect, rowsOf } from '../../rows.ts'
import { selfEvaluation, targetForm, withIndicators } from '../../sample.ts'

export const outputIsNoBenefit = reviewRule({
  id: 'C14',
  title: '效益指标反映效果，不是工作量和工作质量',
  severity: 'warning',
  basis: coreIndicators,
  fix: '移到产出指标；效益指标改写工作带来的变化，如事故率下降、群众知晓率。',
  kinds: everyKind,
  messages: { output: '“{name}”是本单位完成的工作，属于产出，却作为“{aspect}”。' },
  *check({ form }, { say }) {
    for (const row of rowsOf(form)) {
      if (!isAspect(row, 'benefit') || !ownWork.test(coreName(row.name))) continue
      yield say(`${row.path}.name`, 'output', { name: row.name, aspect: row.it.aspect ?? '' })
    }
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(
          targetForm(),
          { aspect: '社会效益指标', name: '提升食品安全创建工作知晓率', target: '≥80%' },
          { aspect: '社会效益指标', name: '持证上岗率', target: '≥90%' },
          { aspect: '生态效益指标', name: '水质监测达标率', target: '≥95%' },
          { aspect: '质量指标', name: '飞行检查整改落实率', target: '=100(%)' },
        ),
        from: '004',
      },
    ],
    fails: [
      [
        {
          form: withIndicators(selfEvaluation(), {
            dimension: '效益指标',
            aspect: '社会效益指标',
            name: '飞行检查整改落实率',
            target: '=100(%)',
          }),
          from: '002 医疗器械监督管理业务经费',
        },
        'output',
        'indicators[0].name',
      ],
      [
        {
          form: withIndicators(targetForm(), {
            dimension: '效益指标',
            aspect: '社会效益指标',
            name: '受理案件数',
            target: '26万件左右',
          }),
          from: '004 信息化运维2024',
        },
        'output',
        'indicators[0].name',
      ],
    ],
  }),
})
