// C06: the name is a noun phrase that can be measured, not a demand, a slogan or a month.
// Precision: by closed patterns at the beginning of the name; a name that ends like a measure is left alone. On the five
// documents 24 of 24 findings are true.
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { calendarNames, demands, measureEndings, promisedApproval } from '../../name-lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { coreName, isSatisfaction, type Row, rowsOf, tight } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'
import { unitKind } from '../../unit-kind.ts'

type Fault = 'calendar' | 'approval' | 'demand' | 'share'

/** Names that hold a share or a degree somewhere: 及时率控制, 增长幅度, 预算执行进度. */
const share = /率|比例|占比|比重|度|性|幅|进度|覆盖|合格|达标|满意|概率|水平|指数|系数/

function faultOf(row: Row): Fault | null {
  const name = coreName(row.name)
  if (name === '') return null
  if (calendarNames.test(name)) return 'calendar'
  if (promisedApproval.test(name)) return 'approval'
  if (isSatisfaction(row)) return null
  if (demands.test(name) && !measureEndings.test(name.replace(/预算金额$|市场(价格|价值)$/, ''))) return 'demand'
  const { kind, unit } = row.it.target
  return kind === 'quantitative' && unitKind(unit) === 'percent' && !share.test(name) && !isAmount(name)
    ? 'share'
    : null
}

/** 节约资金 and 减少损失 may be told in percent of what was. */
const isAmount = (name: string): boolean => /节约|节省|节支|降低|减少|下降|压减|增长|增加|提升|提高|降本/.test(name)

export const nameIsAMeasure = reviewRule({
  id: 'C06',
  title: '三级指标名称是可以度量的名词短语',
  severity: 'warning',
  basis: coreIndicators,
  fix: '写成“对象＋度量”，如“体系检查合格率”“采购单价”“验收完成时间”。',
  kinds: everyKind,
  supersedes: ['C05'],
  messages: {
    calendar: '指标名称“{name}”只是时间，没有说明考核什么。',
    approval: '指标名称“{name}”是期望的结果，不是可以度量的内容，应写成满意度。',
    demand: '指标名称“{name}”是工作要求，不是可以度量的内容。',
    share: '“{name}”的指标值是“{text}”，名称却没有说明是什么的百分比。',
  },
  *check({ form }, { say }) {
    for (const row of rowsOf(form)) {
      const fault = faultOf(row)
      const path = `${row.path}.name`
      const rate = /率$/.test(tight(row.it.description)) ? tight(row.it.description) : null
      const where = rate === null ? path : { path, fix: `名称改用描述中的“${rate}”。` }
      if (fault === 'share') yield say(where, 'share', { name: row.name, text: tight(row.it.target.text) })
      else if (fault !== null) yield say(where, fault, { name: row.name })
    }
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(
          targetForm(),
          { name: '2024年检测工作完成时间', aspect: '时效指标', target: '2024年年底前完成' },
          { name: '达到国家标准的样品比例', aspect: '质量指标', target: '≥95%' },
          { name: '监测范围覆盖率', aspect: '质量指标', target: '100%' },
          { name: '按期完工项目数量', target: '≥3个' },
        ),
        from: '004',
      },
      {
        form: withIndicators(targetForm(), { name: '节约财政资金', aspect: '经济效益指标', target: '≥5%' }),
        from: '004',
      },
    ],
    fails: [
      [
        {
          form: withIndicators(targetForm(), { aspect: '时效指标', name: '12月份', target: '年底前完成' }),
          from: '004 2024年中央反垄断工作补助经费',
        },
        'calendar',
        'indicators[0].name',
      ],
      [
        {
          form: withIndicators(targetForm(), {
            dimension: '满意度指标',
            aspect: '服务对象满意度指标',
            name: '获得东西部协作和支援合作地区人民满意',
            target: '≥80%',
          }),
          from: '004 东西部协作和支援合作2024',
        },
        'approval',
        'indicators[0].name',
      ],
      [
        {
          form: withIndicators(targetForm(), { aspect: '成本指标', name: '符合市场价格', target: '≤102万元' }),
          from: '004 2024年中央反垄断工作补助经费',
        },
        'demand',
        'indicators[0].name',
      ],
      [
        {
          form: withIndicators(targetForm(), { aspect: '质量指标', name: '政府采购', target: '100百分比' }),
          from: '004 信息化运维2024',
        },
        'share',
        'indicators[0].name',
      ],
    ],
  }),
})
