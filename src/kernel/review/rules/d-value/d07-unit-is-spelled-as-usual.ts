// D07: units are written in their usual spelling, so that the same thing can be added up over forms. Said once a unit.
import type { Form } from '../../../form/form.ts'
import type { Profile } from '../../../profile/profile.ts'
import { integratedSystem } from '../../basis.ts'
import { ceilingsOf } from '../../cost.ts'
import { everyKind } from '../../kinds.ts'
import { unitsToWrite } from '../../lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { type Row, rowsOf, tight } from '../../rows.ts'
import { departmentForm, targetForm, withIndicators } from '../../sample.ts'
import { isCost } from '../../taxonomy.ts'

/** The usual spelling of a unit; undefined where it has it. */
function usualSpelling(unit: string, row: Row, profile: Profile): string | undefined {
  const listed = unitsToWrite[unit]
  if (listed !== undefined) return listed
  // 个工作日每周 → 工作日/周
  const [, what, each] = /^(\S+)每(年|季度|季|月|周|天|日|次|人|家|户)$/.exec(unit) ?? []
  if (what !== undefined) return `${what.replace(/^个(?=.)/, '')}/${each}`
  // 68万 of money, 30万/年
  const [, scale, rest] = /^([万亿])(\/.+)?$/.exec(unit) ?? []
  return scale !== undefined && isCost(profile, row.it) ? `${scale}元${rest ?? ''}` : undefined
}

/** Prices of pieces whose unit does not say of what: ≤1500元 for every 家. */
const barePrices = (form: Form, profile: Profile) =>
  ceilingsOf(form, profile).prices.flatMap(({ index, indicator, per }) => {
    const unit = tight(indicator.target.unit)
    return per === null || unit === '' || unit.includes('/') ? [] : [{ index, unit, usual: `${unit}/${per}` }]
  })

/** Units in brackets at the end of a name: 应急演练次数（场）, 及时率（%）. */
const unitInName = /[（(](%|％|[家场次个人件份批台套项户]|家次|批次|人次|万?元)[)）]$/

export const unitIsUsual = reviewRule({
  id: 'D07',
  title: '计量单位用规范写法',
  severity: 'advice',
  basis: integratedSystem,
  fix: '改用规范的计量单位。',
  kinds: everyKind,
  messages: {
    usual: '计量单位“{unit}”（{count} 处）宜写作“{usual}”。',
    price: '“{name}”是单价，计量单位“{unit}”没有写明每什么，宜写作“{usual}”。',
    name: '{count} 条指标把计量单位写进了名称（如“{name}”），应写在指标值或计量单位栏。',
  },
  *check({ form, profile }, { say }) {
    const found = new Map<string, { path: string; usual: string; count: number }>()
    for (const row of rowsOf(form)) {
      const cells = [
        ['target', tight(row.it.target.unit)],
        ['measureUnit', tight(row.it.measureUnit)],
      ] as const
      for (const [at, unit] of cells) {
        const usual = usualSpelling(unit, row, profile)
        const before = found.get(unit)
        if (before) before.count++
        else if (usual !== undefined) found.set(unit, { path: `${row.path}.${at}`, usual, count: 1 })
      }
    }
    for (const [unit, { path, usual, count }] of found)
      yield say({ path, observed: unit, expected: usual, fix: `改为“${usual}”。` }, 'usual', { unit, usual, count })
    for (const { index, unit, usual } of barePrices(form, profile)) {
      const name = tight(form.indicators[index]?.name)
      const where = { path: `indicators[${index}].target`, observed: unit, expected: usual, fix: `改为“${usual}”。` }
      yield say(where, 'price', { name, unit, usual })
    }
    const [first, ...others] = rowsOf(form).filter(({ name }) => unitInName.test(name))
    if (first !== undefined) yield say(`${first.path}.name`, 'name', { count: others.length + 1, name: first.name })
  },
  examples: () => ({
    passes: [
      { form: withIndicators(targetForm(), { target: '≥95%' }, { target: '≤5个工作日' }, { target: '≥27台套' }) },
      { form: withIndicators(targetForm(), { target: '≥26万' }, { name: '服务对象（行政许可相对人）满意度' }) },
      {
        form: withIndicators(
          targetForm(),
          { name: '抽检批次', target: '≥8批次' },
          { aspect: '成本指标', name: '抽检任务平均批次单价', target: '≤2500元/批次' },
        ),
        from: '004',
      },
    ],
    fails: [
      [
        {
          form: withIndicators(departmentForm(), { name: '法律服务委派的律师工作时长', target: '≥2(个工作日每周)' }),
          from: '002',
        },
        'usual',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(targetForm(), { aspect: '成本指标', name: '数量信息采购费', target: '≤30万/年' }),
          from: '004 网络舆情监测2024',
        },
        'usual',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(
            targetForm(),
            { name: '检验检测机构数量', target: '≥100家' },
            { aspect: '成本指标', name: '每家检验检测机构能力验证费用', target: '≤1500元' },
          ),
          from: '004 认证认可和检验检测监督管理2024',
        },
        'price',
        'indicators[1].target',
      ],
      [
        {
          form: withIndicators(departmentForm(), { name: '开展药品安全应急演练次数（场）', target: '1场' }),
          from: '003',
        },
        'name',
        'indicators[0].name',
      ],
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
