// E06. What must be set is taken from the giver's list, or from forms of the office that say of their indicators that
// the giver's list prescribes them. Precision on the five documents: 5 of 5 findings true (004#38, #39, #46, #47, #54).
import type { Form } from '../../../form/form.ts'
import { memoOf } from '../../../memo.ts'
import { indicatorName } from '../../align.ts'
import { unreadRows } from '../../incomplete.ts'
import { projectForms } from '../../kinds.ts'
import { projectName } from '../../relate.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, wordsOf } from '../../rows.ts'
import { among, officeTarget } from '../../samples-of-an-office.ts'

const PRESCRIBED = /指标表(指定|规定|下达)的?指标$|上级(指定|规定|下达)的?指标$/

const fund = '2023年中央食品监管补助资金'
const prescribed = officeTarget(
  fund,
  '1.55',
  { name: '监督抽检批次', description: '抽检任务批次', target: '≥3批次' },
  {
    aspect: '质量指标',
    name: '抽检不合格食品核查处置率',
    description: '中央食品监管补助资金绩效目标三级指标表指定指标',
    target: '100%',
  },
)
const secretariat = officeTarget(fund, '4.47', { name: '食品安全相关工作会议次数', target: '≥1次' })

/** Projects by name → what their forms say is prescribed. */
const prescribedIn = memoOf((siblings: readonly Form[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const names = new Map<string, Set<string>>()
  for (const form of siblings)
    for (const { it } of rowsOf(form))
      if (it.name !== null && PRESCRIBED.test(wordsOf(it.description)))
        names.set(projectName(form), (names.get(projectName(form)) ?? new Set()).add(it.name))
  return names
})

export const prescribedIndicatorsAreSet = reviewRule({
  id: 'E06',
  title: '上级指定的指标在下级的表中都有',
  severity: 'advice',
  basis: '财预〔2015〕163号《中央对地方专项转移支付绩效目标管理暂行办法》',
  fix: '补上上级指定、且与本单位承担的任务有关的指标；无关的，在描述中说明。',
  kinds: projectForms,
  needs: ['siblings'],
  messages: { missing: '“{fund}”指定的 {count} 条指标没有设置：{names}。' },
  *check({ form, related: { siblings, prescriptions = [] } }, { say, unable }) {
    const given = prescriptions.find(({ fund }) => wordsOf(form.project?.name).includes(wordsOf(fund)))?.indicators
    const names = given ?? [...(prescribedIn(siblings).get(projectName(form)) ?? [])]
    if (names.length === 0) return
    const unread = unreadRows(form)
    if (unread !== null) return yield unable(unread)
    const has = new Set(rowsOf(form).map(({ it }) => indicatorName(it.name)))
    const absent = names.filter((name) => !has.has(indicatorName(name)))
    if (absent.length > 0)
      yield say({ path: 'indicators', quote: null, expected: names.join('、') }, 'missing', {
        fund: form.project?.name ?? '',
        count: absent.length,
        names: absent.map((name) => `“${name}”`).join('、'),
      })
  },
  examples: () => ({
    passes: [
      { form: prescribed, ...among(prescribed, secretariat) },
      { form: secretariat, ...among(secretariat, officeTarget('信息化运维2024', '10.70')) },
    ],
    fails: [[{ form: secretariat, ...among(prescribed, secretariat), from: '004#12、#46' }, 'missing', 'indicators']],
    unable: [{ form: secretariat }],
  }),
})
