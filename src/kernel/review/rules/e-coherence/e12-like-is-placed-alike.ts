// E12 (beyond the catalogue): an indicator of one name stands under one second level and points one way in all projects
// of an office.
// Precision: exact names of four and more characters; which place is right is left open, hence advice.
import type { Form } from '../../../form/form.ts'
import { memoOf } from '../../../memo.ts'
import { indicatorName } from '../../align.ts'
import { coreIndicators } from '../../basis.ts'
import { projectForms } from '../../kinds.ts'
import { categoryNames } from '../../lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { type Row, rowsOf, sideOf, stem, tight } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'

type Use = { readonly form: Form; readonly row: Row }

/** 经费, 成本: shorter names are those of anything. */
const LEAST = 4

/** All indicators of an office by name; worked out once for all its forms. */
const usesIn = memoOf((forms: readonly Form[]): ReadonlyMap<string, readonly Use[]> => {
  const uses = forms.flatMap((form) => rowsOf(form).map((row): Use => ({ form, row })))
  return Map.groupBy(uses, ({ row }) => indicatorName(row.it.name))
})

const aspectOf = ({ it }: Row): string => stem(it.aspect)
const directionOf = ({ it }: Row): string =>
  sideOf(it.target.comparator) === 'equal' ? '' : (sideOf(it.target.comparator) ?? '')

/** Another use that differs by `key`, where this one is not what most do, or at evens not the first. */
function otherwise(form: Form, row: Row, uses: readonly Use[], key: (row: Row) => string): Use | undefined {
  const mine = key(row)
  const said = uses.filter((use) => key(use.row) !== '')
  const [others, same] = [said.filter((use) => key(use.row) !== mine), said.filter((use) => key(use.row) === mine)]
  const [first] = others
  if (mine === '' || first === undefined || others.length < same.length) return undefined
  const isFirst = said[0]?.form.project?.name === form.project?.name
  return others.length === same.length && isFirst ? undefined : first
}

const named = (name: string, form: Form): Form => ({ ...form, project: form.project && { ...form.project, name } })
const saving = (name: string, aspect: string, target: string) =>
  named(name, withIndicators(targetForm(), { dimension: '效益指标', aspect, name: '节约财政资金', target }))

export const likeIsPlacedAlike = reviewRule({
  id: 'E12',
  title: '同名指标在各项目中归类、方向一致',
  severity: 'advice',
  basis: coreIndicators,
  fix: '统一归类和方向，便于各项目之间比较。',
  kinds: projectForms,
  needs: ['siblings'],
  messages: {
    aspect: '“{name}”在本项目放在“{mine}”，在项目“{other}”放在“{theirs}”，归类不一致。',
    direction: '“{name}”在本项目写“{mine}”，在项目“{other}”写“{theirs}”，方向相反。',
  },
  *check({ form, related }, { say }) {
    const uses = usesIn(related.siblings)
    for (const row of rowsOf(form)) {
      const name = indicatorName(row.it.name)
      if (name.length < LEAST || categoryNames.has(stem(row.name))) continue
      const named = (uses.get(name) ?? []).filter((use) => use.form.kind === form.kind)
      const placed = otherwise(form, row, named, aspectOf)
      const pointed = otherwise(form, row, named, directionOf)
      const other = tight((placed ?? pointed)?.form.project?.name)
      if (placed !== undefined) {
        const data = { name: row.name, other, mine: row.it.aspect ?? '', theirs: placed.row.it.aspect ?? '' }
        yield say(`${row.path}.name`, 'aspect', data)
      } else if (pointed !== undefined) {
        const data = {
          name: row.name,
          other,
          mine: tight(row.it.target.text),
          theirs: tight(pointed.row.it.target.text),
        }
        yield say(`${row.path}.target`, 'direction', data)
      }
    }
  },
  examples: () => {
    const first = saving('市市场监监管专项（非财政拨款项目）', '经济效益指标', '≤5%')
    const second = saving('预算绩效管理2024', '社会效益指标', '≥5%')
    const third = saving('内部审计2024', '经济效益指标', '≥5%')
    const all = { siblings: [first, second, third] }
    return {
      passes: [
        { form: first, related: { siblings: [first, second] } },
        { form: second, related: { siblings: [second] } },
      ],
      fails: [
        [{ form: second, related: { siblings: [first, second] }, from: '004' }, 'aspect', 'indicators[0].name'],
        [{ form: first, related: all }, 'direction', 'indicators[0].target'],
      ],
      unable: [{ form: second }],
    }
  },
})
