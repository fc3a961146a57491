// D18: a target that cannot be missed measures nothing: a contract for the year lasts a year.
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { contractTerm } from '../../lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { coreName, rowsOf, tight } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'

/** The whole year, in the ways forms write it. */
const wholeYear = /^[=≥]?(1(\.0+)?[(（]?年|一年|12(\.0+)?[(（]?个?月|36[56](\.0+)?[(（]?[天日]|全年)/

export const targetCanBeMissed = reviewRule({
  id: 'D18',
  title: '指标值不是必然达到的',
  severity: 'advice',
  basis: coreIndicators,
  fix: '换成能区分完成好坏的指标，如响应时间、故障率、按期交付率。',
  kinds: everyKind,
  messages: { always: '“{name}”的指标值“{text}”就是服务期本身，必然达到，不能反映绩效。' },
  *check({ form }, { say }) {
    for (const { it, path, name } of rowsOf(form)) {
      const text = tight(it.target.text)
      if (contractTerm.test(coreName(name)) && wholeYear.test(text))
        yield say(`${path}.target`, 'always', { name, text })
    }
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(
          targetForm(),
          { name: '设备正常使用年限', target: '≥3年' },
          { name: '服务响应时间', target: '≤1天' },
        ),
      },
    ],
    fails: [
      [
        { form: withIndicators(targetForm(), { name: '服务时间', target: '1年' }), from: '004 法律服务2024' },
        'always',
        'indicators[0].target',
      ],
      [
        { form: withIndicators(targetForm(), { name: '档案维护持续时间', target: '=365.00(天)' }), from: '000' },
        'always',
        'indicators[0].target',
      ],
    ],
  }),
})
