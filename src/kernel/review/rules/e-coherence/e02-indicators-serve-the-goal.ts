// E02: quantities nothing in goals, purpose or name speaks of. Advice: a goal may be worded more widely than its
// indicators. Precision on the five documents: 17 of 18 findings true.
import { decimal } from '../../../decimal.ts'
import type { Form } from '../../../form/form.ts'
import { targetManagement } from '../../basis.ts'
import { fiscalFund } from '../../fund-sources.ts'
import { everyKind } from '../../kinds.ts'
import { categoryNames } from '../../lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { isAspect, rowsOf, stem } from '../../rows.ts'
import { targetForm, totalFund, withFunds, withIndicators } from '../../sample.ts'
import { goalTopic, topicOf } from '../../task-words.ts'

/** A goal of fewer words says too little to tie anything to. */
const TOLD = 10
const MINIMUM = 2

const reviewed = (purpose: string, ...rows: Parameters<typeof withIndicators>[1][]): Form =>
  withIndicators(
    targetForm({
      project: { code: null, name: '公平竞争审查2024', nature: null, category: null, start: null, end: null, purpose },
      goals: {
        overall: '在我市全面贯彻落实公平竞争审查制度，使市场主体平等享有资源',
        annual: null,
        expected: null,
        actual: null,
      },
    }),
    ...rows,
  )
const ownMoney = (...rows: Parameters<typeof withIndicators>[1][]): Form => {
  const form = withFunds(reviewed('第三方评估', ...rows), totalFund({ initialBudget: '50.00' }))
  return { ...form, project: form.project && { ...form.project, name: '市场监管专项（非财政拨款项目）' } }
}

export const indicatorsServeTheGoal = reviewRule({
  id: 'E02',
  title: '指标能追溯到目标和资金用途',
  severity: 'advice',
  basis: targetManagement,
  fix: '在目标或资金用途中写明这项工作，或删去与本项目无关的指标。',
  kinds: everyKind,
  messages: {
    untied: '“{name}”在目标、资金用途和项目名称中都没有提到，看不出与本项目的关系。',
    funding: '“{name}”说的是财政资金，而本项目是非财政拨款项目，没有财政资金。',
  },
  *check({ form }, { say }) {
    const told = goalTopic(form)
    const fiscal = hasFiscalMoney(form)
    for (const row of rowsOf(form)) {
      if (!fiscal && /财政资金/.test(row.name)) yield say(`${row.path}.name`, 'funding', { name: row.name })
      if (told.size < TOLD || !isAspect(row, 'quantity') || categoryNames.has(stem(row.it.name))) continue
      const topic = topicOf([row.it.name, row.it.description].join('等'))
      if (topic.size >= MINIMUM && ![...topic].some((pair) => told.has(pair)))
        yield say(`${row.path}.name`, 'untied', { name: row.name })
    }
  },
  examples: () => ({
    passes: [
      { form: targetForm() },
      { form: reviewed('第三方评估', { name: '第三方评估报告数量', target: '1份' }), from: '004#20' },
      {
        form: reviewed('第三方评估', {
          dimension: '效益指标',
          aspect: '经济效益指标',
          name: '节约财政资金',
          target: '≥5%',
        }),
      },
    ],
    fails: [
      [
        {
          form: reviewed('第三方评估', { name: '完成印刷', description: '完成印刷品印刷', target: '200份' }),
          from: '004#20',
        },
        'untied',
        'indicators[0].name',
      ],
      [
        {
          form: ownMoney({
            dimension: '效益指标',
            aspect: '经济效益指标',
            name: '节约财政资金',
            target: '≤5%',
          }),
          from: '004#5',
        },
        'funding',
        'indicators[0].name',
      ],
    ],
  }),
})

/** Only a project that says so of itself has no fiscal money; amounts may be missing for other reasons. */
const hasFiscalMoney = ({ project, funds }: Form): boolean =>
  !/非财政拨款/.test(project?.name ?? '') ||
  funds.some(
    ({ label, initialBudget }) =>
      fiscalFund.test(label) && !/非财政/.test(label) && decimal(initialBudget)?.gt(0) === true,
  )
