// A20: evidence comes from the system's list, or from a column of the form that asks for it.

import { indicatorName } from '../../align.ts'
import { coreIndicators } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { missingReason } from '../../related.ts'
import { reviewRule } from '../../review-rule.ts'
import { type Row, rowsOf, tight } from '../../rows.ts'
import { selfEvaluation, withIndicators } from '../../sample.ts'

/** Headings of columns that ask where a result comes from. */
const COLUMN = /佐证|取值方式|数据来源|证明材料/

const trained = { name: '举办培训班期数', actual: '21(期)', score: '20' }
const form = withIndicators(selfEvaluation(), trained)
const proved = { indicator: '举办培训班期数', files: 2, method: null }

export const scoresAreBacked = reviewRule({
  id: 'A20',
  title: '有得分的指标有佐证，或说明取值方式',
  severity: 'warning',
  basis: coreIndicators,
  fix: '上传佐证材料，或写明取值方式（直接证明、情况统计、情况说明、问卷调查、趋势判断）。',
  kinds: evaluations,
  messages: { bare: '{count} 条有得分的指标没有佐证材料，也没有说明取值方式：{names}。' },
  *check({ form, related: { evidence } }, { say, unable }) {
    const scored = rowsOf(form).filter(({ it }) => tight(it.score) !== '')
    if (scored.length === 0) return
    const hasColumn = form.indicators.some(({ remarks = {} }) =>
      Object.keys(remarks).some((label) => COLUMN.test(label)),
    )
    if (evidence === undefined && !hasColumn) return yield unable(missingReason.evidence)
    const backed = new Set(
      (evidence ?? []).flatMap(({ indicator, files, method }) =>
        files > 0 || tight(method) !== '' ? [indicatorName(indicator)] : [],
      ),
    )
    const bare = scored.filter((row) => !backed.has(indicatorName(row.it.name)) && !isBackedInForm(row))
    if (bare.length > 0)
      yield say({ path: 'indicators', quote: null }, 'bare', {
        count: bare.length,
        names: bare.map(({ name }) => `“${name}”`).join('、'),
      })
  },
  examples: () => ({
    passes: [
      { form, related: { evidence: [proved] } },
      { form: withIndicators(selfEvaluation(), { ...trained, remarks: { 取值方式: '情况统计' } }) },
    ],
    fails: [[{ form, related: { evidence: [{ ...proved, files: 0 }] } }, 'bare', 'indicators']],
    unable: [{ form }],
  }),
})

const isBackedInForm = ({ it: { remarks = {} } }: Row): boolean =>
  Object.entries(remarks).some(([label, text]) => COLUMN.test(label) && tight(text) !== '')
