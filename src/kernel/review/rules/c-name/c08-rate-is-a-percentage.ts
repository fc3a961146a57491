// C08: what is called a rate is measured as a share.
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { coreName, isRate, isSatisfaction, type Row, rowsOf, tight } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'
import { unitKind } from '../../unit-kind.ts'

/** Shares can be written without a percent sign: 三分之二, 1:20, 10/10万, 八成. */
const shareInWords = /[%％‰:：/]|百分|分之|成$|比例?为/

function fault({ it, name }: Row): 'unit' | 'date' | 'words' | null {
  const { kind, text } = it.target
  const words = tight(text)
  if (!isRate(name) || shareInWords.test(words)) return null
  if (kind === 'date') return 'date'
  if (kind === 'qualitative') return words === '' ? null : 'words'
  if (kind !== 'quantitative') return null
  const unit = unitKind(it.target.unit)
  return unit === 'count' || unit === 'time' || unit === 'money' ? 'unit' : null
}

export const rateIsAPercentage = reviewRule({
  id: 'C08',
  title: '名为“率”的指标，指标值是百分数',
  severity: 'error',
  basis: coreIndicators,
  fix: '指标值改为百分数；实际考核的不是比率的，改指标名称（如“平均出具时限”）。',
  kinds: everyKind,
  supersedes: ['D02', 'D08', 'D15', 'D17', 'D20'],
  messages: {
    unit: '“{name}”是比率，指标值“{text}”的单位却是“{unit}”。',
    date: '“{name}”是比率，指标值“{text}”却是日期。',
    words: '“{name}”是比率，指标值“{text}”却是文字。',
  },
  *check({ form }, { say }) {
    for (const row of rowsOf(form)) {
      const key = fault(row)
      // 满意率｜满意: D20 says it better.
      if (key === null || (key === 'words' && isSatisfaction(row) && /满意率$/.test(coreName(row.name)))) continue
      const text = tight(row.it.target.text)
      const where = { path: `${row.path}.target`, observed: text, expected: '百分数（%）' }
      if (key === 'unit') yield say(where, 'unit', { name: row.name, text, unit: row.it.target.unit ?? '' })
      else yield say(where, key, { name: row.name, text })
    }
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(
          targetForm(),
          { name: '考核合格率', target: '≥95%' },
          { name: '公众号推送频率', target: '=2.00(次/周)' },
          { name: '工作效率', target: '显著提高' },
          { name: '传染病发病率', target: '≤10/10万' },
          { name: '师生比例', target: '1:20' },
        ),
      },
    ],
    fails: [
      [{ form: withIndicators(targetForm(), { name: '检查覆盖率', target: '≥20家' }) }, 'unit', 'indicators[0].target'],
      [
        { form: withIndicators(targetForm(), { name: '资金到位率', target: '≥20万元' }) },
        'unit',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(targetForm(), { aspect: '时效指标', name: '检验报告出具及时率', target: '≤10工作日' }),
          from: '004 特种设备检验2024',
        },
        'unit',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(targetForm(), { aspect: '时效指标', name: '工作计划完成率', target: '2023年12月底前' }),
          from: '002 药品监督管理业务经费',
        },
        'date',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(targetForm(), {
            aspect: '质量指标',
            name: '任务完成率',
            target: '符合《天津市标准化资金资助管理办法》规定',
          }),
          from: '004 标准化资助项目2024',
        },
        'words',
        'indicators[0].target',
      ],
    ],
  }),
})
