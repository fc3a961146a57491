import type { Form } from '../../../form/form.ts'
import { targetManagement } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { targetForm } from '../../sample.ts'

const template = /目标内容\s*[1-9\d]+|目标内容[一二三四五六七八九十]+|(?<=^|\d[.、．])\s*目标内容[:：]?/m
const cells = ['overall', 'annual', 'expected', 'actual'] as const

const aimed = (overall: string): Form => targetForm({ goals: { overall, annual: null, expected: null, actual: null } })

export const goalWithoutTemplateWords = reviewRule({
  id: 'A08',
  title: '绩效目标中没有模板文字',
  severity: 'warning',
  basis: targetManagement,
  fix: '删去模板文字，只留目标本身。',
  kinds: everyKind,
  messages: { residue: '绩效目标中残留模板文字“{words}”。' },
  *check({ form }, { say }) {
    for (const cell of cells) {
      const words = template.exec(form.goals[cell] ?? '')?.[0].trim()
      if (words) yield say({ path: `goals.${cell}`, observed: words }, 'residue', { words })
    }
  },
  examples: () => ({
    passes: [{ form: targetForm() }, { form: aimed('按目标内容分解任务，完成全年抽检工作。') }],
    fails: [
      [{ form: aimed('1.目标内容1开展食品安全抽检任务'), from: '004' }, 'residue', 'goals.overall'],
      [{ form: aimed('1.目标内容：通过对门户网站进行监测，提高运行质量。'), from: '004' }, 'residue', 'goals.overall'],
    ],
  }),
})
