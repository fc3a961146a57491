// C03: a description says what is counted; a column head, a category or a reference to orders does not.
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { categoryNames, columnHeads, descriptionsThatDefineNothing } from '../../lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, stem, tight, wordsOf } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'

export const descriptionDefines = reviewRule({
  id: 'C03',
  title: '指标描述是对指标的解释',
  severity: 'warning',
  basis: coreIndicators,
  fix: '写明统计什么、怎样计算、数据从哪里来。',
  kinds: everyKind,
  messages: {
    head: '指标描述填的是栏目名或类别名“{description}”，没有解释指标。',
    empty: '指标描述“{description}”没有说明统计什么、怎样计算。',
  },
  *check({ form }, { say }) {
    for (const { it, path } of rowsOf(form)) {
      const description = tight(it.description)
      if (description === '' || wordsOf(description) === wordsOf(it.name)) continue
      const isCategory = /指标$/.test(description) && categoryNames.has(stem(description))
      if (columnHeads.has(description) || isCategory) yield say(`${path}.description`, 'head', { description })
      else if (descriptionsThatDefineNothing.some((empty) => empty.test(wordsOf(description))))
        yield say(`${path}.description`, 'empty', { description })
    }
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(
          targetForm(),
          { description: '使用专用资金维修维护的大型检测设备的数量' },
          { description: null },
        ),
      },
      { form: withIndicators(targetForm(), { name: '服务满意度', description: '服务对象满意度' }) },
    ],
    fails: [
      [
        {
          form: withIndicators(targetForm(), { name: '开展预算绩效服务项目', description: '数量指标' }),
          from: '004 预算绩效管理2024',
        },
        'head',
        'indicators[0].description',
      ],
      [
        {
          form: withIndicators(targetForm(), { name: '考试数据准确率', description: '年度指标值' }),
          from: '004 政务服务2024',
        },
        'head',
        'indicators[0].description',
      ],
      [
        {
          form: withIndicators(targetForm(), {
            name: '抽检监测结果系统录入率',
            description: '中央食品监管补助资金绩效目标三级指标表指定指标',
          }),
          from: '004 2023年中央食品监管补助资金',
        },
        'empty',
        'indicators[0].description',
      ],
      [
        {
          form: withIndicators(targetForm(), { name: '认证一致性', description: '得到提高' }),
          from: '004 认证认可和检验检测监督管理2024',
        },
        'empty',
        'indicators[0].description',
      ],
    ],
  }),
})
