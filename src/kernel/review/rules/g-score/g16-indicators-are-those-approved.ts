import { alignIndicators } from '../../align.ts'
import { evaluation } from '../../basis.ts'
import { unreadRows } from '../../incomplete.ts'
import { evaluations } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf } from '../../rows.ts'
import { approved, evaluated } from '../../samples-of-approval.ts'

const trained = { name: '举办培训班期数', target: '≥20(期)' }
const passed = { aspect: '质量指标', name: '培训考核合格率', target: '≥90(%)' }
const printed = { name: '印发学习资料册数', target: '≥500(册)' }

export const indicatorsAreThoseApproved = reviewRule({
  id: 'G16',
  title: '自评的指标就是批复的指标',
  severity: 'error',
  basis: evaluation,
  fix: '按批复的目标表逐条自评；指标调整过的，附调整批复。',
  kinds: evaluations,
  needs: ['approvedTarget'],
  messages: {
    dropped: '批复的 {count} 条指标没有自评：{names}。',
    added: '“{name}”不在批复的指标中。',
  },
  *check({ form, profile, related: { approvedTarget } }, { say, unable }) {
    const unread = unreadRows(form) ?? unreadRows(approvedTarget)
    if (unread !== null) return yield unable(unread)
    const pairs = alignIndicators(form, approvedTarget, Number(profile.comparison.nameLikeness))
    const [kept, evaluated] = [new Set<string>(), new Set<string>()]
    for (const { here, there } of pairs) {
      evaluated.add(`indicators[${here}]`)
      kept.add(`indicators[${there}]`)
    }
    const dropped = rowsOf(approvedTarget).filter(({ path }) => !kept.has(path))
    if (dropped.length > 0)
      yield say({ path: 'indicators', quote: null }, 'dropped', {
        count: dropped.length,
        names: dropped.map(({ name }) => `“${name}”`).join('、'),
      })
    for (const { path, name } of rowsOf(form)) if (!evaluated.has(path)) yield say(`${path}.name`, 'added', { name })
  },
  examples: () => ({
    passes: [{ form: evaluated(trained, passed), ...approved(passed, trained) }],
    fails: [
      [{ form: evaluated(trained), ...approved(trained, passed) }, 'dropped', 'indicators'],
      [{ form: evaluated(trained, printed), ...approved(trained) }, 'added', 'indicators[1].name'],
    ],
    unable: [
      {
        form: { ...evaluated(trained), doubts: [{ path: null, message: '文件在表格中间结束' }] },
        ...approved(trained, passed),
      },
      { form: evaluated(trained) },
    ],
  }),
})
