// E08: the goal says what is to be reached, the purpose what the money is spent on; the one is not the other with a few
// words changed. The very same words are said by A07.
import { decimal } from '../../../decimal.ts'
import { targetManagement } from '../../basis.ts'
import { projectForms } from '../../kinds.ts'
import { likeness } from '../../likeness.ts'
import { reviewRule } from '../../review-rule.ts'
import { wordsOf } from '../../rows.ts'
import { targetForm } from '../../sample.ts'

/** Shorter texts are alike by chance. */
const LEAST = 10

const words = (text: string | null | undefined): string =>
  wordsOf((text ?? '').replace(/目标内容\s*\d*[:：]?/g, '').replace(/^\s*\d+[.、．]/gm, ''))

const stated = (purpose: string, overall: string) => {
  const form = targetForm({ goals: { overall, annual: null, expected: null, actual: null } })
  return { ...form, project: form.project && { ...form.project, purpose } }
}

export const goalIsNotThePurpose = reviewRule({
  id: 'E08',
  title: '绩效目标不照抄资金用途',
  severity: 'advice',
  basis: targetManagement,
  fix: '资金用途写钱花在哪里，绩效目标写达到什么结果。',
  kinds: projectForms,
  messages: { copied: '绩效目标与资金用途有 {percent}% 的文字相同，只写了花钱做什么，没有写达到什么结果。' },
  *check({ form, profile }, { say }) {
    const cell = (['overall', 'annual', 'expected'] as const).find((key) => form.goals[key])
    const [purpose, goal] = [words(form.project?.purpose), words(cell && form.goals[cell])]
    if (cell === undefined || purpose === goal || purpose.length < LEAST || goal.length < LEAST) return
    const share = decimal(String(likeness(purpose, goal)))
    if (share === null || share.lt(profile.limits.copiedText)) return
    yield say({ path: `goals.${cell}`, observed: form.project?.purpose ?? null }, 'copied', {
      percent: share.times(100).toFixed(0),
    })
  },
  examples: () => ({
    passes: [
      { form: targetForm() },
      { form: stated('用于支付广告监测服务费。', '全年监测广告120万条次，违法线索处置率达到100%。') },
      { form: stated('设备维修', '设备维修') },
    ],
    fails: [
      [
        {
          form: stated(
            '用于开展强制性产品认证抽查和检验检测机构能力验证工作',
            '1.开展强制性产品认证抽查和检验检测机构能力验证工作。',
          ),
        },
        'copied',
        'goals.overall',
      ],
    ],
  }),
})
