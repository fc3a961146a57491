// C03: a description says what is counted; a column head, a category or a reference to orders does not.
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { categoryNames, columnHeads, descriptionsThatDefineNothing } from '../../lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { type Row, rowsOf, stem, tight, wordsOf } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'

/** Shorter descriptions, such as 培训, may well be shared. */
const LEAST = 5

const isWords = ({ it }: Row): boolean => it.target.kind === 'qualitative'

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
    target: '指标描述照抄了指标值“{description}”，没有说明统计什么、怎样计算。',
    shared: '第 {rows} 行指标的描述都是“{description}”，分不清各自统计什么。',
  },
  *check({ form }, { say }) {
    const alike = new Map<string, Row[]>()
    for (const row of rowsOf(form)) {
      const { it, path } = row
      const description = tight(it.description)
      if (description === '' || wordsOf(description) === wordsOf(it.name)) continue
      const isCategory = /指标$/.test(description) && categoryNames.has(stem(description))
      if (columnHeads.has(description) || isCategory) yield say(`${path}.description`, 'head', { description })
      else if (descriptionsThatDefineNothing.some((empty) => empty.test(wordsOf(description))))
        yield say(`${path}.description`, 'empty', { description })
      // A value in words that copies the description has no target: C04.
      else if (!isWords(row) && wordsOf(description) === wordsOf(it.target.text))
        yield say(`${path}.description`, 'target', { description })
      else alike.set(description, [...(alike.get(description) ?? []), row])
    }
    for (const [description, rows] of alike) {
      const second = rows[1]
      if (second === undefined || description.length < LEAST || new Set(rows.map(({ name }) => name)).size < 2) continue
      const numbers = rows.map(({ path }) => Number(/\d+/.exec(path)?.[0]) + 1).join('、')
      yield say(`${second.path}.description`, 'shared', { description, rows: numbers })
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
          form: withIndicators(targetForm(), {
            aspect: '时效指标',
            name: '监测结果反馈时间',
            description: '每月25日之前进行网站监测结果反馈',
            target: '每月25日之前进行网站监测结果反馈',
          }),
          from: '004 官网监测服务2024',
        },
        'target',
        'indicators[0].description',
      ],
      [
        {
          form: withIndicators(
            targetForm(),
            { name: '舆情监测系统正常运转率', description: '当年舆情监测系统正常运转情况', target: '≥80%' },
            { name: '舆情监测系统正常运转时限', description: '当年舆情监测系统正常运转情况', target: '12个月' },
          ),
          from: '004 网络舆情监测2024',
        },
        'shared',
        'indicators[1].description',
      ],
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
