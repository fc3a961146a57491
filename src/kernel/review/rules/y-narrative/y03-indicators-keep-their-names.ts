// Y03. Says 疑为 only: names are compared by their characters. Precision on the five documents: 2 of 2 (000 against 001).

import type { Indicator } from '../../../form/form.ts'
import { indicatorName } from '../../align.ts'
import { sameMeasure } from '../../amount.ts'
import { targetManagement } from '../../basis.ts'
import { targetForms } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, stem } from '../../rows.ts'
import { after, evaluation2023, target2024 } from '../../samples-of-two-years.ts'
import { isRising, percent, targetAmount, yearPairs } from '../../since-last-year.ts'
import { unitKind } from '../../unit-kind.ts'

const printed = evaluation2023('业务受理工作经费', '10.21', {
  name: '证书印刷数量',
  target: '=7000.00(册)',
  actual: '7000.00(册)',
})
const bought = (target: string) => target2024('业务受理工作经费', '16.54', { name: '证书采购数量', target })

const late = (target: string) => ({ aspect: '时效指标', name: '收到差评处理时限', target })

const unitOf = ({ target, measureUnit }: Indicator): string | null =>
  target.value === null ? null : (target.unit ?? measureUnit)

/** 证书印刷数量 and 证书采购数量 begin alike. */
const SUBJECT = 2

export const indicatorsKeepTheirNames = reviewRule({
  id: 'Y03',
  title: '延续的指标沿用上年名称和单位，便于比较',
  severity: 'advice',
  basis: targetManagement,
  fix: '工作内容没有变的，沿用上年指标名称和计量单位；确属新指标的，说明与上年指标的关系。',
  kinds: targetForms,
  needs: ['lastYear'],
  messages: {
    renamed:
      '上年有“{before}”（{was}），今年改为“{name}”（{target}），疑为改名且指标值降到上年的 {percent}%，无法比较。',
    unit: '上年“{name}”以“{before}”计，今年以“{unit}”计，无法比较。',
  },
  *check({ form, profile, related: { lastYear } }, { say }) {
    const { nameLikeness, renamedFall } = profile.comparison
    const pairs = yearPairs(form, lastYear, nameLikeness)
    const kept = new Set(pairs.map(({ path }) => path))
    const continued = new Set(pairs.map(({ there }) => there))
    for (const { path, here, there } of pairs) {
      const [unit, before] = [unitOf(here), unitOf(there)]
      if (unit !== null && before !== null && !sameMeasure(unit, before))
        yield say({ path: `${path}.target`, observed: unit, expected: before }, 'unit', {
          name: there.name ?? '',
          before,
          unit,
        })
    }
    const gone = rowsOf(lastYear).filter(({ it }) => !continued.has(it) && isRising(it))
    for (const { it, path, name } of rowsOf(form)) {
      const target = targetAmount(it)
      if (kept.has(path) || target === null || unitKind(target.unit) !== 'count') continue
      const subject = indicatorName(it.name).slice(0, SUBJECT)
      const former = gone.filter(
        (row) => stem(row.it.aspect) === stem(it.aspect) && indicatorName(row.it.name).startsWith(subject),
      )
      const [only] = former
      const was = only === undefined || former.length > 1 ? null : targetAmount(only.it)
      if (only === undefined || was === null || unitKind(was.unit) !== 'count' || was.value.lte(0)) continue
      if (target.value.div(was.value).gt(was.value.times(0).plus(1).minus(renamedFall))) continue
      yield say({ path: `${path}.name`, observed: name, expected: only.name }, 'renamed', {
        before: only.name,
        was: only.it.target.text ?? '',
        name,
        target: it.target.text ?? '',
        percent: percent(target.value, was.value),
      })
    }
  },
  examples: () => ({
    passes: [
      { form: bought('≥7000(张)'), ...after(printed) },
      {
        form: target2024('业务受理工作经费', '16.54', { name: '证书印刷数量', target: '≥1800(册)' }),
        ...after(printed),
      },
    ],
    fails: [
      [
        {
          form: target2024('业务受理工作经费', '16.54', late('≤3.00(天)')),
          ...after(evaluation2023('业务受理工作经费', '10.21', { ...late('≤3.00(工作日)'), actual: '0.00(工作日)' })),
          from: '000、001 业务受理工作经费',
        },
        'unit',
        'indicators[0].target',
      ],
      [
        { form: bought('≥1800.00(张)'), ...after(printed), from: '000、001 业务受理工作经费' },
        'renamed',
        'indicators[0].name',
      ],
    ],
    unable: [{ form: bought('≥1800.00(张)') }],
  }),
})
