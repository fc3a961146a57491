// D06: a number says what it counts, in the value or in the column 计量单位.
import { integratedSystem } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { dimensionless, timeNames } from '../../lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { coreName, hasOnlyBareNumbers, isRate, isSatisfaction, type Row, rowsOf, tight } from '../../rows.ts'
import { departmentForm, targetForm, withIndicators } from '../../sample.ts'

/** 及时率（%）, 经费(万元): the name says the unit. */
const unitInName = /[(（](%|％|\S{0,4}元|[\u4e00-\u9fff]{1,3})[)）]$/
/** 完成时间｜2024, 20241231: a date written as a number. */
const isYear = ({ it, name }: Row): boolean =>
  timeNames.test(coreName(name)) && /^(19|20)\d{2}([.-]?\d{1,2}){0,2}$/.test(tight(it.target.text))

export const numberHasUnit = reviewRule({
  id: 'D06',
  title: '定量指标值带计量单位',
  severity: 'error',
  basis: integratedSystem,
  fix: '在数值后补写计量单位。',
  kinds: everyKind,
  messages: { none: '“{name}”的指标值“{text}”没有计量单位。' },
  *check({ form }, { say, unable }) {
    const rows = rowsOf(form)
    if (hasOnlyBareNumbers(rows)) {
      yield unable('指标值一律只有数字，符号和单位可能在未读出的栏目内')
      return
    }
    for (const row of rows) {
      const { kind, value, unit, text } = row.it.target
      if (kind !== 'quantitative' || value === null || unit !== null || tight(row.it.measureUnit) !== '') continue
      const { name, path } = row
      if (unitInName.test(name) || isYear(row)) continue
      const share = isRate(name) || (isSatisfaction(row) && /满意(度|率)/.test(name))
      if (!share && dimensionless.test(coreName(name))) continue
      const fix = share ? `写成“${tight(text)}%”。` : undefined
      yield say({ path: `${path}.target`, ...(fix && { fix }) }, 'none', { name, text: tight(text) })
    }
  },
  examples: () => ({
    passes: [
      { form: withIndicators(targetForm(), { name: '抽检任务完成及时率（%）', target: '100.00' }) },
      {
        form: withIndicators(targetForm(), { target: '≥5项' }, { name: '质量调整系数', target: '≥-0.01' }),
        from: '004',
      },
      {
        form: withIndicators(departmentForm(), { target: '31', direction: '大于等于', measureUnit: '家（次）' }),
        from: '003',
      },
    ],
    fails: [
      [
        { form: withIndicators(targetForm(), { name: '地方标准审查', target: '≥5' }), from: '004 标准管理2024' },
        'none',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(targetForm(), {
            dimension: '满意度指标',
            aspect: '服务对象满意度指标',
            name: '市场主体满意度',
            target: '≥85',
          }),
          from: '004 公平竞争审查2024',
        },
        'none',
        'indicators[0].target',
      ],
    ],
    unable: [{ form: withIndicators(targetForm(), { target: '412' }, { target: '95' }) }],
  }),
})
