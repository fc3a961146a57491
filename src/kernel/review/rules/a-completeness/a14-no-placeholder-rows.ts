import { targetManagement } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { placeholders } from '../../lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { tight } from '../../rows.ts'
import { selfEvaluation, targetForm, withIndicators } from '../../sample.ts'

/** “无” may be a wanted result (安全事故｜无); these never are. */
const emptyTarget = /^(不涉及|不适用|无此项)$/

export const noPlaceholderRows = reviewRule({
  id: 'A14',
  title: '指标表没有“不涉及”“无”之类的占位行',
  severity: 'warning',
  basis: targetManagement,
  fix: '删去占位行；该二级指标确实不适用的，在说明中写明理由。',
  kinds: everyKind,
  messages: { row: '第 {row} 条指标是占位行：名称“{name}”，指标值“{target}”。' },
  *check({ form }, { say }) {
    for (const [index, { name, target }] of form.indicators.entries()) {
      const nameless = name !== null && placeholders.has(tight(name))
      if (!nameless && !emptyTarget.test(tight(target.text))) continue
      yield say(`indicators[${index}].${nameless ? 'name' : 'target'}`, 'row', {
        row: index + 1,
        name: name ?? '',
        target: target.text ?? '',
      })
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      { form: withIndicators(targetForm(), { name: '重大安全事故', target: '无' }) },
    ],
    fails: [
      [
        {
          form: withIndicators(targetForm(), { name: '不涉及', description: '不涉及', target: '不涉及' }),
          from: '004',
        },
        'row',
        'indicators[0].name',
      ],
      [{ form: withIndicators(targetForm(), { name: '生态效益', target: '不涉及' }) }, 'row', 'indicators[0].target'],
    ],
  }),
})
