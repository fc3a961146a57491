import type { Form, Indicator } from '../../../form/form.ts'
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { categoryNames } from '../../lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { isPlaceholder, stem, tight } from '../../rows.ts'
import { selfEvaluation, targetForm, withIndicators } from '../../sample.ts'

/** A name that only repeats its category is wrong in itself and said once there. */
const isName = ({ name }: Indicator): boolean =>
  name !== null && tight(name) !== '' && !isPlaceholder(name) && !categoryNames.has(stem(name))

/** The rows that have the same key, where there are several. */
function grouped(form: Form, key: (row: Indicator) => string, among = [...form.indicators.keys()]): number[][] {
  const groups = new Map<string, number[]>()
  for (const index of among) {
    const row = form.indicators[index]
    if (row !== undefined && isName(row)) groups.set(key(row), [...(groups.get(key(row)) ?? []), index])
  }
  return [...groups.values()].filter((rows) => rows.length > 1)
}

export const namesAreDistinct = reviewRule({
  id: 'A17',
  title: '同一张表内三级指标名称不重复',
  severity: 'warning',
  basis: coreIndicators,
  fix: '把对象写进名称加以区分，或合并为一条。',
  kinds: everyKind,
  messages: {
    repeated: '“{aspect}”下“{name}”出现 {count} 次（第 {rows} 行），名称无法区分。',
    across: '“{name}”在“{aspect}”和“{other}”下各设一条（第 {rows} 行），名称无法区分。',
  },
  *check({ form }, { say }) {
    for (const indexes of grouped(form, ({ name }) => tight(name))) {
      const within = grouped(form, ({ aspect }) => tight(aspect), indexes)
      for (const rows of within.length > 0 ? within : [indexes]) {
        const [first = 0, second = 0] = rows
        const { aspect, name } = form.indicators[second] ?? {}
        const where = `indicators[${second}].name`
        const data = { name: name ?? '', rows: rows.map((i) => i + 1).join('、') }
        if (within.length > 0) yield say(where, 'repeated', { ...data, aspect: aspect ?? '', count: rows.length })
        else
          yield say(where, 'across', {
            ...data,
            aspect: form.indicators[first]?.aspect ?? '',
            other: aspect ?? '',
          })
      }
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
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
      [
        {
          form: withIndicators(
            selfEvaluation(),
            { name: '缺陷消费品召回宣贯', target: '≥3.00(场)', actual: '3.00(场)' },
            {
              dimension: '效益指标',
              aspect: '社会效益指标',
              name: '缺陷消费品召回宣贯',
              target: '扩大宣传范围',
              actual: '达成指标',
            },
          ),
          from: '001 质量发展专项经费',
        },
        'across',
        'indicators[1].name',
      ],
    ],
  }),
})
