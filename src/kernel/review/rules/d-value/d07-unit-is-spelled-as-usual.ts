// D07: units are written in their usual spelling, so that the same thing can be added up over forms. Said once a unit.
import { integratedSystem } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { unitsToWrite } from '../../lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, tight } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'

export const unitIsUsual = reviewRule({
  id: 'D07',
  title: '计量单位用规范写法',
  severity: 'advice',
  basis: integratedSystem,
  fix: '改用规范的计量单位。',
  kinds: everyKind,
  messages: { usual: '计量单位“{unit}”（{count} 处）宜写作“{usual}”。' },
  *check({ form }, { say }) {
    const found = new Map<string, { path: string; usual: string; count: number }>()
    for (const { it, path } of rowsOf(form)) {
      const cells = [
        ['target', tight(it.target.unit)],
        ['measureUnit', tight(it.measureUnit)],
      ] as const
      for (const [at, unit] of cells) {
        const usual = unitsToWrite[unit]
        const before = found.get(unit)
        if (before) before.count++
        else if (usual !== undefined) found.set(unit, { path: `${path}.${at}`, usual, count: 1 })
      }
    }
    for (const [unit, { path, usual, count }] of found)
      yield say({ path, observed: unit, expected: usual, fix: `改为“${usual}”。` }, 'usual', { unit, usual, count })
  },
  examples: () => ({
    passes: [
      { form: withIndicators(targetForm(), { target: '≥95%' }, { target: '≤5个工作日' }, { target: '≥27台套' }) },
    ],
    fails: [
      [
        { form: withIndicators(targetForm(), { target: '≥95百分比' }), from: '004 行政后勤管理2024' },
        'usual',
        'indicators[0].target',
      ],
      [
        { form: withIndicators(targetForm(), { target: '≥100家数' }), from: '004 许可审查2024' },
        'usual',
        'indicators[0].target',
      ],
    ],
  }),
})
