import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { categoryNames } from '../../lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { isPlaceholder, stem, tight } from '../../rows.ts'
import { selfEvaluation, targetForm, withIndicators } from '../../sample.ts'

export const namesAreDistinct = reviewRule({
  id: 'A17',
  title: '同一二级指标下三级指标名称不重复',
  severity: 'warning',
  basis: coreIndicators,
  fix: '把对象写进名称加以区分，或合并为一条。',
  kinds: everyKind,
  messages: { repeated: '“{aspect}”下“{name}”出现 {count} 次（第 {rows} 行），名称无法区分。' },
  *check({ form }, { say }) {
    const groups = new Map<string, number[]>()
    for (const [index, { aspect, name }] of form.indicators.entries()) {
      // A name that only repeats its category is wrong in itself and said once there.
      if (name === null || tight(name) === '' || isPlaceholder(name) || categoryNames.has(stem(name))) continue
      const key = `${tight(aspect)} ${tight(name)}`
      groups.set(key, [...(groups.get(key) ?? []), index])
    }
    for (const indexes of groups.values()) {
      const second = indexes[1]
      if (second === undefined) continue
      const { aspect, name } = form.indicators[second] ?? {}
      yield say(`indicators[${second}].name`, 'repeated', {
        aspect: aspect ?? '',
        name: name ?? '',
        count: indexes.length,
        rows: indexes.map((i) => i + 1).join('、'),
      })
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      {
        form: withIndicators(
          targetForm(),
          { name: '缺陷消费品召回宣贯' },
          { aspect: '社会效益指标', name: '缺陷消费品召回宣贯' },
        ),
      },
      { form: withIndicators(targetForm(), { name: '数量指标' }, { name: '数量指标' }) },
      { form: withIndicators(targetForm(), { name: '不涉及' }, { name: '不涉及' }) },
      { form: withIndicators(targetForm(), { name: null }, { name: null }) },
    ],
    fails: [
      [
        {
          form: withIndicators(
            targetForm(),
            { name: '采购数量', target: '12人' },
            { name: '采购数量', target: '125人' },
          ),
          from: '004',
        },
        'repeated',
        'indicators[1].name',
      ],
    ],
  }),
})
