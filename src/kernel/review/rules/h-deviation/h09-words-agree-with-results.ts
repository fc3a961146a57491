// H09: what is told in words (reasons, results of the goal) agrees with the result the row gives.
// Precision: only where the row's own target words stand beside its name in the told results, or a reason claims the
// opposite of the row outright. On the five documents 3 of 3 findings are true.
import type { Form } from '../../../form/form.ts'
import { outcomesOf } from '../../achievement.ts'
import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { likeness } from '../../likeness.ts'
import { admitsMissing, claimsDone } from '../../name-lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { tight, wordsOf } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

const reservations = /未|没有|尚|仍|待|不够|有待|基本|部分/
/** Share of character pairs from which a clause is about the indicator of that name. */
const ABOUT = 0.4

const clauses = (text: string): string[] => text.split(/[，。；;！!\n]/).map(tight)

/** The clause of the told results that says the target was reached in the target's own words. */
function toldAsReached(form: Form, name: string, target: string): string | undefined {
  const words = wordsOf(target)
  if (words.length < 2 || words.length > 12) return undefined
  return clauses(form.goals.actual ?? '').find((clause) => {
    if (!clause.includes(words) || reservations.test(clause)) return false
    const rest = clause.replace(words, '')
    return rest.includes(name) || (rest.length <= 2 * name.length && likeness(rest, name) >= ABOUT)
  })
}

const partly = (over: object, actual: string): Form => {
  const form = withIndicators(selfEvaluation(), {
    aspect: '质量指标',
    name: '叫号机运作',
    target: '完好',
    actual: '部分达成指标并具有一定效果',
    weight: '7.00',
    score: '5.00',
    deviation: '系统故障导致叫号机无法正常使用。督促供应商加强日常巡检。',
    ...over,
  })
  return { ...form, goals: { ...form.goals, actual } }
}

export const wordsAgreeWithResults = reviewRule({
  id: 'H09',
  title: '原因和完成情况的文字与完成值不矛盾',
  severity: 'warning',
  basis: evaluation,
  fix: '核实实际情况，改正文字或完成值。',
  kinds: evaluations,
  messages: {
    told: '完成情况写“{clause}”，指标“{name}”却评为“{actual}”。',
    done: '“{name}”没有完成（{actual}），偏差原因却写“{reason}”。',
    missing: '“{name}”填报完成 {actual}、得满分，偏差原因却写“{words}”。',
  },
  *check(input, { say }) {
    const { form } = input
    for (const { it, path, name, short, weight, score } of outcomesOf(input)) {
      const actual = tight(it.actual?.text)
      const reason = tight(it.deviation).replace(/[。.]$/, '')
      const lowered = it.actual?.tier === 'partial' || it.actual?.tier === 'missed'
      const clause = lowered ? toldAsReached(form, name, it.target.text ?? '') : undefined
      if (clause !== undefined) yield say(`${path}.actual`, 'told', { clause, name, actual })
      if (short === true && claimsDone.test(reason)) yield say(`${path}.deviation`, 'done', { name, actual, reason })
      const [words] = admitsMissing.exec(reason) ?? []
      if (
        short === false &&
        words !== undefined &&
        weight !== null &&
        score?.eq(weight) &&
        it.actual?.tier !== 'partial'
      )
        yield say(`${path}.deviation`, 'missing', { name, actual, words: reason.length > 40 ? words : reason })
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      { form: partly({}, '叫号机全年叫号56367次，个别时段叫号机运作未能完好。') },
      { form: partly({ actual: '达成指标', deviation: null, score: '7.00' }, '叫号机运作完好，全年叫号56367次。') },
    ],
    fails: [
      [
        { form: partly({}, '叫号机运作完好，全年帮助企业叫号56367次'), from: '001 业务受理工作经费' },
        'told',
        'indicators[0].actual',
      ],
      [
        {
          form: partly({ name: '政务服务环境', target: '显著提升' }, '政务营商环境显著提升，企业满意。'),
          from: '001 政府聘用辅助人员经费',
        },
        'told',
        'indicators[0].actual',
      ],
      [{ form: partly({ deviation: '已完成年度目标。' }, '') }, 'done', 'indicators[0].deviation'],
      [
        {
          form: partly(
            { target: '≥20(次)', actual: '20(次)', score: '7.00', deviation: '受疫情影响未能按期完成。' },
            '',
          ),
        },
        'missing',
        'indicators[0].deviation',
      ],
    ],
  }),
})
