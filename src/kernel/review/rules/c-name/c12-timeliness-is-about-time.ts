// C12: under 时效 stand dates, spans of time and shares done in time.
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { timelinessWords } from '../../lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { isAspect, type Row, rowsOf, tight } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'
import { unitKind } from '../../unit-kind.ts'

const frequency = /频率|频次|次数|数量$/

/** Only numbers are judged: words under 时效 mostly say 及时 in some way. */
function fault({ it, name }: Row): 'share' | 'count' | null {
  const { kind, unit, value } = it.target
  if (kind !== 'quantitative' || value === null) return null
  const measured = unitKind(unit ?? it.measureUnit)
  const text = `${name}${tight(it.description)}${tight(it.target.text)}`
  if (measured === 'percent' || (measured === null && /率$/.test(name)))
    return /^预算(完成|执行)/.test(name) || !timelinessWords.test(text) ? 'share' : null
  return (measured === 'ratio' || measured === 'count') && frequency.test(name) ? 'count' : null
}

export const timelinessIsAboutTime = reviewRule({
  id: 'C12',
  title: '时效指标考核时间',
  severity: 'warning',
  basis: coreIndicators,
  fix: '改为完成日期、时限或及时率；原指标移到相应的类别。',
  kinds: everyKind,
  messages: {
    share: '时效指标“{name}”的指标值“{text}”与时间无关。',
    count: '时效指标“{name}”考核的是频次，应归入数量指标。',
  },
  *check({ form }, { say }) {
    for (const row of rowsOf(form)) {
      const key = isAspect(row, 'timeliness') ? fault(row) : null
      if (key === 'share') yield say(`${row.path}.name`, 'share', { name: row.name, text: tight(row.it.target.text) })
      else if (key === 'count') yield say(`${row.path}.name`, 'count', { name: row.name })
    }
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(
          targetForm(),
          { aspect: '时效指标', name: '证书送达时间', target: '≤10(工作日)' },
          { aspect: '时效指标', name: '培训计划完成及时率', target: '=100(%)' },
          { aspect: '时效指标', name: '安全用药月', target: '2023年11月完成' },
          { aspect: '时效指标', name: '计划工作完成率', target: '=100(%)' },
        ),
      },
    ],
    fails: [
      [
        {
          form: withIndicators(targetForm(), { aspect: '时效指标', name: '人员参加培训率', target: '≥90百分比' }),
          from: '004 价格监督管理2024',
        },
        'share',
        'indicators[0].name',
      ],
      [
        {
          form: withIndicators(targetForm(), { aspect: '时效指标', name: '公众号推送频率', target: '=2.00(次/周)' }),
          from: '000 新闻宣传专项经费',
        },
        'count',
        'indicators[0].name',
      ],
    ],
  }),
})
