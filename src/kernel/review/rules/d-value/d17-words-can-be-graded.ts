// D17: a value in words says what would be seen when it is reached; 逐步提高 alone cannot be graded, a cost needs an
// amount, a time needs a date.

import type { Profile } from '../../../profile/profile.ts'
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { timeNames, vagueTargets } from '../../lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { coreName, isAspect, isSatisfaction, type Row, rowsOf, tight, wordsOf } from '../../rows.ts'
import { selfEvaluation, targetForm, withIndicators } from '../../sample.ts'
import { isCost } from '../../taxonomy.ts'

const states: ReadonlySet<string> = new Set(vagueTargets.states)

/** Whether a text is made of vague words only: adverbs around states, with what the name already says left out. */
function isVague(text: string): boolean {
  let rest = wordsOf(text)
  for (let count = 0; count < 6; count++) {
    if (states.has(rest)) return true
    const adverb = vagueTargets.adverbs.find((word) => rest.startsWith(word) || rest.endsWith(word))
    if (adverb === undefined) return false
    rest = rest.startsWith(adverb) ? rest.slice(adverb.length) : rest.slice(0, -adverb.length)
    if (rest === '') return true
  }
  return false
}

/** Economic costs; social and ecological ones may rightly be told in words. */
const isMoneyCost = (row: Row, profile: Profile): boolean =>
  isCost(profile, row.it) && !/社会|生态|环境/.test(row.it.aspect ?? '') && /成本|费|价|金额|支出/.test(row.name)

const numbers = /[\d一二两三四五六七八九十百千万零]/
/** Words that name a time without a number: 当日, 开学前, 法定时限内. */
const times = /年|月|日|天|周|季|前|内|底|时限|随时|即时|实时|立即|及时|按时|按期|如期|每|期间/

/** 按照食品安全抽检监测计划要求: points to a paper instead of naming the day. */
const referred = /^(按照?|符合|依据|根据|遵照)\S*(要求|规定|约定|计划|部署|安排|通知)(执行|完成)?$/

export const wordsCanBeGraded = reviewRule({
  id: 'D17',
  title: '定性指标值有可判断的标准',
  severity: 'warning',
  basis: coreIndicators,
  fix: '写明达到什么状态算达成、部分达成、未达成，或改用可统计的数值。',
  kinds: everyKind,
  supersedes: ['C19'],
  messages: {
    vague: '“{name}”的指标值只有“{text}”，没有可判断的标准，达成与否无从分档。',
    amount: '成本指标“{name}”的指标值“{text}”没有金额，无法考核成本。',
    time: '“{name}”的指标值“{text}”没有日期或时长，无法判断是否按时。',
  },
  *check({ form, profile }, { say }) {
    for (const row of rowsOf(form)) {
      const text = tight(row.it.target.text)
      if (row.it.target.kind !== 'qualitative' || isSatisfaction(row) || text === '') continue
      const data = { name: row.name, text }
      const path = `${row.path}.target`
      if (isVague(text)) yield say(path, 'vague', data)
      else if (isMoneyCost(row, profile) && !numbers.test(text)) yield say(path, 'amount', data)
      else if (
        !numbers.test(text) &&
        !times.test(text) &&
        (timeNames.test(coreName(row.name)) || (isAspect(row, 'timeliness') && referred.test(text)))
      )
        yield say(path, 'time', data)
    }
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(
          targetForm(),
          { target: '符合《天津市标准化资金资助管理办法》规定' },
          { target: '全市注册在用垂直乘客电梯全部纳入电梯应急处置平台调度' },
          { target: '≥90%' },
          { aspect: '时效指标', name: '案件查办时限', target: '法定时限内' },
        ),
        from: '004',
      },
    ],
    fails: [
      [
        {
          form: withIndicators(targetForm(), {
            aspect: '时效指标',
            name: '落实总局抽检任务要求的时间和频次',
            target: '按照食品安全抽检监测计划要求',
          }),
          from: '004 市级食品安全监管项目2024',
        },
        'time',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(selfEvaluation(), {
            aspect: '成本指标',
            name: '法律顾问费成本',
            target: '按照合同约定履行',
          }),
          from: '002 法律法规专项业务经费',
        },
        'amount',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(targetForm(), { aspect: '时效指标', name: '完成时间', target: '符合合同约定' }),
          from: '004 特种设备安全监管2024',
        },
        'time',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(selfEvaluation(), { aspect: '质量指标', name: '公众号运作', target: '正常' }),
          from: '001 新闻宣传专项经费',
        },
        'vague',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(selfEvaluation(), {
            aspect: '社会效益指标',
            name: '药品生产监管程度',
            target: '逐步提高',
          }),
          from: '002 药品监督管理业务经费',
        },
        'vague',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(targetForm(), { aspect: '可持续影响指标', name: '提升管理水平', target: '长期影响' }),
          from: '004 行政后勤管理2024',
        },
        'vague',
        'indicators[0].target',
      ],
    ],
  }),
})
