// C05: the name says what is measured; how much stands in the value.
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { isRate, rowsOf } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'

/** Amounts of money, percentages and counted things; years, spans of time and names (12345热线, 5G) are part of a name. */
const amount = /(?<!\d)\d{1,12}(?:\.\d{1,6})?(万|亿|千|百)?(元|%|％|家|名|人次|批次|场次|个百分点)/
const bound = /至少|不少于|不低于|不超过|不高于|不得超过|≥|≤/

export const nameHoldsNoValue = reviewRule({
  id: 'C05',
  title: '指标名称不含数值和“至少”等限定',
  severity: 'warning',
  basis: coreIndicators,
  fix: '把数值移到指标值，名称只写考核内容。',
  kinds: everyKind,
  messages: {
    amount: '指标名称“{name}”里写了数值“{part}”，应写在指标值。',
    bound: '指标名称“{name}”里写了限定词“{part}”，应写在指标值。',
  },
  *check({ form }, { say }) {
    for (const { path, name } of rowsOf(form)) {
      // 成绩60分以上人员占比: the number defines the share.
      if (isRate(name)) continue
      const part = amount.exec(name)?.[0]
      const word = bound.exec(name)?.[0]
      if (part !== undefined) yield say(`${path}.name`, 'amount', { name, part })
      else if (word !== undefined) yield say(`${path}.name`, 'bound', { name, part: word })
    }
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(
          targetForm(),
          { name: '2024年检测工作完成时间' },
          { name: '12345热线按时办结率' },
          { name: '综合考评结果≥60分的承检机构占比' },
        ),
      },
    ],
    fails: [
      [
        {
          form: withIndicators(targetForm(), {
            aspect: '质量指标',
            name: '为对口帮扶西藏昌都如意村建造阳光房用资30万元',
          }),
          from: '004 东西部协作和支援合作2024',
        },
        'amount',
        'indicators[0].name',
      ],
      [
        {
          form: withIndicators(targetForm(), { name: '等级保护三级的信息系统至少完成', target: '≥1次' }),
          from: '004 信息化运维2024',
        },
        'bound',
        'indicators[0].name',
      ],
    ],
  }),
})
