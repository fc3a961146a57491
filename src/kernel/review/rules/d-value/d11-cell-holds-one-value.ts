// D11: one cell, one value; several thresholds cannot be scored as one.
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, tight } from '../../rows.ts'
import { departmentForm, targetForm, withIndicators } from '../../sample.ts'

/** Numbers with a unit or percent sign, outside brackets: 100%（10家） is one value with its base. */
const measured =
  /(?<!\d)\d{1,12}(?:\.\d{1,6})?(%|％|元|万元|家|次|人|份|个|项|批次|台|套|场|期|天|工作日|小时|分钟|公里|亩|吨|户|名|辆)/g
const withoutBrackets = (text: string): string => text.replace(/[(（][^()（）]*[)）]/g, '')

export const cellHoldsOneValue = reviewRule({
  id: 'D11',
  title: '一个单元格只写一个指标值',
  severity: 'warning',
  basis: coreIndicators,
  fix: '把各个值拆成单独的三级指标，各自给出分值。',
  kinds: everyKind,
  supersedes: ['D12', 'D13'],
  messages: { several: '指标值“{text}”在一格内写了 {count} 个值（{values}），无法按一条指标计分。' },
  *check({ form }, { say }) {
    for (const { it, path } of rowsOf(form)) {
      const text = tight(it.target.text)
      const { kind } = it.target
      if (kind === 'quantitative' || kind === 'date' || !/[、，,；;]/.test(withoutBrackets(text))) continue
      const values = withoutBrackets(text)
        .split(/[、，,；;]/)
        .flatMap((piece) => piece.match(measured)?.[0] ?? [])
      if (values.length < 2) continue
      yield say(`${path}.target`, 'several', { text, count: values.length, values: values.join('、') })
    }
  },
  examples: () => ({
    passes: [
      { form: withIndicators(departmentForm(), { target: '100%（26家）' }), from: '003' },
      { form: withIndicators(targetForm(), { target: '2024年3月启动，2024年年底完成' }), from: '004' },
    ],
    fails: [
      [
        {
          form: withIndicators(targetForm(), {
            aspect: '成本指标',
            name: '培训成本',
            target: '厅局级≤550元/天/人、处级及以下≤500元/天/人',
          }),
          from: '004 2024年中央食品监管补助资金',
        },
        'several',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(targetForm(), {
            aspect: '时效指标',
            target: '2024年上半年完成抽检任务40%，全年完成任务100%',
          }),
          from: '004 2024年中央食品监管补助资金',
        },
        'several',
        'indicators[0].target',
      ],
    ],
  }),
})
