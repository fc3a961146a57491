import { decimal } from '../../../decimal.ts'
import type { Form } from '../../../form/form.ts'
import { integratedSystem } from '../../basis.ts'
import { yearOf, yearsIn } from '../../form-year.ts'
import { carriedOver, fiscalFund } from '../../fund-sources.ts'
import { projectForms } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { fund, targetForm, totalFund, withFunds } from '../../sample.ts'

const funded = (name: string, year: number | null, fiscal: string, carried: string | null = null): Form => {
  const form = withFunds(
    targetForm(),
    totalFund({ initialBudget: '2.04' }),
    fund('财政资金', { initialBudget: fiscal }),
    fund('上年结转资金', { initialBudget: carried }),
  )
  return {
    ...form,
    year,
    indicators: [],
    goals: { ...form.goals, overall: null },
    project: form.project && { ...form.project, name },
  }
}

export const oldMoneyIsCarriedOver = reviewRule({
  id: 'B13',
  title: '以前年度的资金列为上年结转资金',
  severity: 'warning',
  basis: integratedSystem,
  fix: '把以前年度下达的资金改列上年结转资金；确为当年安排的，更正项目名称。',
  kinds: projectForms,
  messages: {
    carried: '项目名称写明结转，{label} {amount} 却列为当年财政资金，{column}。',
    old: '项目名称为 {old} 年的资金，{label} {amount} 却列为 {year} 年{source}的当年财政资金，{column}。',
  },
  *check(input, { say, unable }) {
    const { form } = input
    const name = form.project?.name ?? ''
    const carryOver = carriedOver.test(name)
    const named = yearsIn(name)
    if (!carryOver && (named.length !== 1 || !/资金|经费|补助/.test(name))) return
    const index = form.funds.findIndex((row) => fiscalFund.test(row.label) && decimal(row.initialBudget)?.gt(0))
    const fiscal = form.funds[index]
    if (!fiscal || form.funds.some((row) => carriedOver.test(row.label) && decimal(row.initialBudget)?.gt(0))) return
    const amount = fiscal.initialBudget ?? ''
    const column = form.funds.some((row) => carriedOver.test(row.label))
      ? '上年结转资金为零或未填'
      : '表中没有结转资金栏，也没有另作说明'
    const where = { path: `funds[${index}].initialBudget`, observed: amount }
    if (carryOver) {
      yield say(where, 'carried', { label: fiscal.label, amount, column })
      return
    }
    const known = yearOf(input)
    const old = named[0] ?? 0
    if (known === null) yield unable('表中未注明年度，无法判断是否以前年度的资金')
    else if (old < known.year) yield say(where, 'old', { old, label: fiscal.label, amount, column, ...known })
  },
  examples: () => ({
    passes: [
      { form: targetForm() },
      { form: funded('2024年中央食品监管补助资金', 2024, '2.04') },
      { form: funded('2023年中央食品监管补助资金', 2024, '0.00', '2.04') },
      { form: funded('2021—2024年规划编制', 2024, '2.04') },
      { form: funded('2022年度专项资金结转资金项目', 2024, '0.00') },
    ],
    fails: [
      [{ form: funded('2023年中央食品监管补助资金', 2024, '2.04'), from: '004' }, 'old', 'funds[1].initialBudget'],
      [
        { form: funded('2022年度专项资金结转资金项目', null, '4.47'), from: '004' },
        'carried',
        'funds[1].initialBudget',
      ],
    ],
    unable: [{ form: funded('2023年中央食品监管补助资金', null, '2.04') }],
  }),
})
