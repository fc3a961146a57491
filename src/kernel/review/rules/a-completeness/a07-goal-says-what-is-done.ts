import type { Form } from '../../../form/form.ts'
import { targetManagement } from '../../basis.ts'
import { unreadField } from '../../incomplete.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { wordsOf } from '../../rows.ts'
import { selfEvaluation, targetForm } from '../../sample.ts'

const cells = ['annual', 'expected', 'overall'] as const
/** Template words and numbering are no goal. */
const said = (text: string) =>
  text
    .replace(/目标内容\s*\d*/g, '')
    .replace(/^\s*\d+[.、．]/gm, '')
    .replace(/\s+/g, '')

const aimed = (overall: string | null, over: Partial<Form> = {}): Form =>
  targetForm({ goals: { overall, annual: null, expected: null, actual: null }, ...over })

export const goalSaysWhatIsDone = reviewRule({
  id: 'A07',
  title: '绩效目标明确，不照抄项目名称或资金用途',
  severity: 'warning',
  basis: targetManagement,
  fix: '写明做什么、做到什么程度、达到什么效果，并带上主要数量。',
  kinds: everyKind,
  supersedes: ['E08'],
  messages: {
    missing: '未填写绩效目标。',
    short: '绩效目标只有 {length} 个字（少于 {limit} 个字）：“{text}”。',
    name: '绩效目标与项目名称相同。',
    purpose: '绩效目标与资金用途一字不差。',
  },
  *check({ form, profile }, { say, unable }) {
    const cell = cells.find((key) => form.goals[key] !== null && form.goals[key]?.trim() !== '')
    const text = cell && form.goals[cell]
    if (!cell || !text) {
      const unread = unreadField(form, 'goals')
      yield unread === null ? say('goals', 'missing') : unable(unread)
      return
    }
    const path = `goals.${cell}`
    const words = wordsOf(said(text))
    const length = [...said(text)].length
    const limit = profile.limits.goalLength
    if (words === wordsOf(form.project?.name)) yield say(path, 'name')
    else if (words !== '' && words === wordsOf(said(form.project?.purpose ?? ''))) yield say(path, 'purpose')
    else if (length < limit) yield say(path, 'short', { length, limit, text: text.trim() })
  },
  examples: () => ({
    passes: [{ form: selfEvaluation() }, { form: targetForm() }, { form: aimed('1.维修提灌站3座，改善灌溉条件。') }],
    fails: [
      [{ form: aimed('1.完成培训、采购任务'), from: '004' }, 'short', 'goals.overall'],
      [{ form: aimed('用于培训班的场地、师资和资料支出。') }, 'purpose', 'goals.overall'],
      [{ form: aimed('教师业务培训经费') }, 'name', 'goals.overall'],
      [{ form: aimed('维修提灌站3座，改善灌溉条件') }, 'short', 'goals.overall'],
      [{ form: aimed(null) }, 'missing', 'goals'],
      [{ form: aimed('  ') }, 'missing', 'goals'],
    ],
    unable: [{ form: aimed(null, { doubts: [{ path: 'goals', message: '未见绩效目标' }] }) }],
  }),
})
