// D01: an indicator value is a number with comparator and unit, a date, or words; not a garbled mixture.
import { integratedSystem } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, tight } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'

const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The first month or day that no calendar has: 1212月25日, 13月, 2月30日. */
function impossibleDate(text: string): string | null {
  for (const [written, month = '', day] of text.matchAll(/(?<!\d)(\d{1,8})月(?:(\d{1,8})日)?/g)) {
    const days = daysOf[Number(month) - 1]
    if (days === undefined || (day !== undefined && (Number(day) < 1 || Number(day) > days))) return written
  }
  return null
}

/** A sign of comparison with neither number, date nor words behind it, or two in a row that contradict each other. */
const danglingSign = /^[≥≤><=＞＜＝≧≦]+$|[≥≧>＞]=?[≤≦<＜]|[≤≦<＜]=?[≥≧>＞]/
/** 12.5.3 or 12..5: no decimal; 10.2.1 with more dots may be a date or a section and is left alone. */
const brokenNumber = /^[≥≤><=]?\d+(\.\.+\d+|\.\d+\.\d+)(%|[\u4e00-\u9fff]|$)/

export const valueCanBeRead = reviewRule({
  id: 'D01',
  title: '指标值能读成“符号＋数值＋单位”、日期或定性表述',
  severity: 'error',
  basis: integratedSystem,
  fix: '按“≥数值（单位）”重写指标值；时间要求写成“某年某月底前”，文字要求写成定性表述。',
  kinds: everyKind,
  supersedes: ['D03', 'D06', 'D11', 'D12', 'D13', 'D14', 'D15', 'D17', 'D20'],
  messages: {
    date: '指标值“{text}”中的“{part}”不是日历上的日期，疑为数值与文字误拼。',
    sign: '指标值“{text}”只有比较符号或符号互相矛盾，读不出数值。',
    number: '指标值“{text}”不是一个完整的数。',
  },
  *check({ form }, { say }) {
    for (const { it, path } of rowsOf(form)) {
      const text = tight(it.target.text)
      if (text === '') continue
      const where = { path: `${path}.target`, observed: text }
      const part = impossibleDate(text)
      if (part !== null) yield say(where, 'date', { text, part })
      else if (danglingSign.test(text)) yield say(where, 'sign', { text })
      else if (brokenNumber.test(text) && it.target.kind !== 'date') yield say(where, 'number', { text })
    }
  },
  examples: () => ({
    passes: [
      { form: withIndicators(targetForm(), { target: '2024年12月25日前' }, { target: '≥7×24（小时）' }), from: '004' },
      { form: withIndicators(targetForm(), { target: '2024.6.30前' }, { target: '每月25日之前反馈' }) },
    ],
    fails: [
      [
        {
          form: withIndicators(targetForm(), { target: '1212月25日前完成' }),
          from: '004 2024年中央反垄断工作补助经费',
        },
        'date',
        'indicators[0].target',
      ],
      [{ form: withIndicators(targetForm(), { target: '2023年2月30日前' }) }, 'date', 'indicators[0].target'],
      [{ form: withIndicators(targetForm(), { target: '≥≤5（次）' }) }, 'sign', 'indicators[0].target'],
      [{ form: withIndicators(targetForm(), { target: '≥12..5万元' }) }, 'number', 'indicators[0].target'],
    ],
  }),
})
