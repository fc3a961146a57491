// D08: the unit measures what the name says: money for costs, a share for rates, time for deadlines.
import { integratedSystem } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { costNames, timeNames } from '../../lexicon.ts'
import { type ReviewInput, reviewRule } from '../../review-rule.ts'
import { coreName, isRate, type Row, rowsOf, tight } from '../../rows.ts'
import { departmentForm, targetForm, withIndicators } from '../../sample.ts'
import { isCost } from '../../taxonomy.ts'
import { unitKind } from '../../unit-kind.ts'

/** What the value should be measured in, where the unit in the value measures something else. */
function expectedKind(row: Row, { profile }: ReviewInput): '金额' | '时间' | null {
  const kind = unitKind(row.it.target.unit)
  const name = coreName(row.name)
  if (row.it.target.kind !== 'quantitative') return null
  if (kind !== 'count') return null
  if (isCost(profile, row.it) && (costNames.test(name) || /^成本(指标)?$/.test(name))) return '金额'
  if (/(单价|金额)$/.test(name)) return '金额'
  return timeNames.test(name) && !/次数|频/.test(name) ? '时间' : null
}

export const unitFits = reviewRule({
  id: 'D08',
  title: '计量单位与指标名称相符',
  severity: 'error',
  basis: integratedSystem,
  fix: '按指标名称改正计量单位：成本用元、万元或“元/单位”，率用%，时间用天、工作日或日期。',
  kinds: everyKind,
  supersedes: ['D07', 'D09'],
  messages: {
    kind: '“{name}”应以{expected}计量，指标值“{text}”的单位却是“{unit}”。',
    rate: '“{name}”是比率，计量单位栏却填“{unit}”。',
  },
  *check(input, { say }) {
    for (const row of rowsOf(input.form)) {
      const { it, path, name } = row
      const expected = expectedKind(row, input)
      const unit = it.target.unit ?? ''
      if (expected !== null)
        yield say({ path: `${path}.target`, observed: unit, expected }, 'kind', {
          name,
          expected,
          text: tight(it.target.text),
          unit,
        })
      const column = tight(it.measureUnit)
      const isShare =
        unitKind(it.target.unit) === 'percent' ||
        (it.target.kind !== 'qualitative' && /%|％/.test(tight(it.target.text)))
      const other = unitKind(column)
      if (isRate(name) && isShare && (other === 'count' || other === 'money' || other === 'time'))
        yield say({ path: `${path}.measureUnit`, observed: column, expected: '%' }, 'rate', { name, unit: column })
    }
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(
          targetForm(),
          { aspect: '成本指标', name: '鉴定评审单家成本', target: '≤5300元/家' },
          { aspect: '成本指标', name: '人均培训成本', target: '≤550元/天/人' },
          { aspect: '成本指标', name: '成本节约率', target: '≥5%' },
          { aspect: '时效指标', name: '响应时间', target: '≤2小时' },
          { aspect: '质量指标', name: '整改率', target: '100%', measureUnit: '%' },
        ),
      },
    ],
    fails: [
      [
        { form: withIndicators(targetForm(), { aspect: '成本指标', name: '设备购置费', target: '≤3台' }) },
        'kind',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(targetForm(), { aspect: '成本指标', name: '成本指标', target: '≤5300家' }),
          from: '004 特种设备安全监管2024',
        },
        'kind',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(departmentForm(), {
            aspect: '质量指标',
            name: '特种设备隐患整改率',
            target: '100%',
            measureUnit: '项',
          }),
          from: '003',
        },
        'rate',
        'indicators[0].measureUnit',
      ],
      [
        {
          form: withIndicators(departmentForm(), {
            aspect: '质量指标',
            name: '疾控中心检查覆盖率',
            target: '100%（10家）',
            measureUnit: '家',
          }),
          from: '003',
        },
        'rate',
        'indicators[0].measureUnit',
      ],
    ],
  }),
})
