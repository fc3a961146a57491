import { evaluation } from '../../basis.ts'
import { unreadDimensions } from '../../incomplete.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { indicator, selfEvaluation, targetForm } from '../../sample.ts'
import { BENEFIT, dimensionsIn, SATISFACTION } from '../../taxonomy.ts'

const without = (dimension: string) => {
  const form = selfEvaluation()
  return { ...form, indicators: form.indicators.filter((row) => row.dimension !== dimension) }
}

export const firstLevelIsComplete = reviewRule({
  id: 'A09',
  title: '一级指标（产出、效益、满意度）设置齐全',
  severity: 'error',
  basis: evaluation,
  fix: '补设所缺的一级指标；确实不适用的，按规定说明并调整权重。',
  kinds: everyKind,
  messages: { none: '没有绩效指标。', missing: '缺少一级指标：{names}；已设 {set}。' },
  *check({ form, profile }, { say, unable }) {
    if (form.indicators.length === 0) {
      const unread = unreadDimensions(form, profile)
      yield unread === null ? say('indicators', 'none') : unable(unread)
      return
    }
    const set = dimensionsIn(form, profile)
    const missing = profile.dimensions
      .filter(({ name, required }) => required && !set.has(name))
      .map(({ name }) => name)
      // A12 asks for 效益指标, so that its absence is said once; 满意度 may stand under 效益 as a second level.
      .filter(
        (name) =>
          name !== BENEFIT &&
          !(name === SATISFACTION && form.indicators.some((row) => /满意度/.test(row.aspect ?? ''))),
      )
    if (missing.length === 0) return
    const unread = unreadDimensions(form, profile)
    if (unread !== null) {
      yield unable(unread)
      return
    }
    yield say({ path: 'indicators', observed: [...set].join('、'), expected: missing.join('、') }, 'missing', {
      names: missing.join('、'),
      set: [...set].join('、') || '无',
    })
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      { form: targetForm() },
      {
        form: selfEvaluation({
          indicators: [
            indicator({}),
            indicator({ dimension: '效益指标', aspect: '社会效益指标' }),
            indicator({ dimension: '效益指标', aspect: '服务对象满意度' }),
          ],
        }),
      },
    ],
    fails: [
      [{ form: without('满意度指标'), from: '001' }, 'missing', 'indicators'],
      [{ form: without('产出指标') }, 'missing', 'indicators'],
      [{ form: selfEvaluation({ indicators: [] }) }, 'none', 'indicators'],
    ],
    unable: [
      { form: selfEvaluation({ indicators: [indicator({ dimension: '履职效能', aspect: '产出完成情况' })] }) },
      { form: { ...without('满意度指标'), doubts: [{ path: 'totals', message: '未见总分' }] } },
      { form: selfEvaluation({ indicators: [], doubts: [{ path: 'indicators', message: '未见绩效指标表' }] }) },
    ],
  }),
})
