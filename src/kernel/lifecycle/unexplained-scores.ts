// 人工打分: a score that differs from the computed one may stand, with its reason beside it.
import type { Form } from '../form/form.ts'
import { layoutFor } from '../layout/draw.ts'
import { sectionOf } from '../layout/layout.ts'
import { profileFor } from '../profile/choose.ts'
import type { Profile } from '../profile/profile.ts'
import { hasNoReason } from '../review/achievement.ts'
import { differenceAt } from '../review/recomputed.ts'
import type { FormScores } from '../scoring/score.ts'
import type { MissingCell } from './missing-cells.ts'

/** Rows whose score was given by hand and is not explained; nothing where the layout has no column for reasons. */
export function unexplainedScores(
  form: Form,
  scores: FormScores,
  profile: Profile = profileFor(form),
): readonly MissingCell[] {
  const layout = layoutFor(form)
  const column = layout && sectionOf(layout, 'indicators')?.columns.find(({ at }) => at === 'deviation')
  if (column === undefined) return []
  return form.indicators.flatMap((row, i) => {
    const difference = differenceAt({ form, profile, scores }, `indicators[${i}].score`)
    if (difference === null || difference.explained || !hasNoReason(row.deviation)) return []
    const { printed, computed, formula } = difference.score
    const how = formula === null ? '' : `（${formula}）`
    const which = row.name === null ? `第${i + 1}个指标` : `指标“${row.name}”`
    const message = `${which}得 ${printed} 分，按口径计算为 ${computed} 分${how}。请改为计算值，或在“${column.label}”中写明理由。`
    return [{ path: `indicators[${i}].deviation`, message }]
  })
}
