// Y05: numbers told in 实际完成情况 and task results against the indicators they are about. A number is taken as the
// indicator's only where the words around it hold most of the indicator's name and it counts in the same unit; where the
// text names the printed number anywhere, nothing is said. Precision on the five documents: 11 of 11 findings true.
import { Decimal, plain } from '../../../decimal.ts'
import type { Form, Indicator } from '../../../form/form.ts'
import { hasActuals, hasNoReason } from '../../achievement.ts'
import { type Amount, amountOf, sameValue } from '../../amount.ts'
import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { allows, type Mention, mentionsAbout, namesNumber, resultMentions } from '../../narrative.ts'
import { cover } from '../../pairs.ts'
import { reviewRule } from '../../review-rule.ts'
import { type Row, rowsOf, wordsOf } from '../../rows.ts'
import { departmentForm, selfEvaluation, withIndicators } from '../../sample.ts'
import { isRising, targetAmount } from '../../since-last-year.ts'

const told = (actual: string, ...rows: Parameters<typeof withIndicators>[1][]): Form =>
  withIndicators(selfEvaluation({ goals: { overall: null, annual: null, expected: '完成全年任务', actual } }), ...rows)
const department = (completion: string, row: Parameters<typeof withIndicators>[1]): Form =>
  withIndicators(
    departmentForm({
      goals: { overall: null, annual: null, expected: null, actual: null },
      tasks: [{ name: '促进消费', plan: null, content: null, completion }],
    }),
    row,
  )
const machine = (actual: string) => ({ aspect: '质量指标', name: '叫号机运作', target: '完好', actual })

export const narrativeAgreesWithIndicators = reviewRule({
  id: 'Y05',
  title: '完成情况的文字与指标完成值一致',
  severity: 'warning',
  basis: evaluation,
  fix: '核对原始资料，改正文字或完成值；口径不同的在文字中写明。',
  kinds: evaluations,
  messages: {
    differs: '完成值 {printed}，完成情况写“{clause}”（{told}），两处不一致。',
    misses: '指标值 {target}，完成情况写“{clause}”，没有达到指标值，却得满分。',
    exceeds: '指标值 {target}，完成情况写“{clause}”，是指标值的 {times} 倍，没有说明原因。',
    praise: '完成值为“{printed}”，完成情况却写“{clause}”，两处不一致。',
  },
  *check({ form, profile }, { say }) {
    const mentions = resultMentions(form)
    const from = Number(profile.comparison.narrativeCover)
    for (const row of rowsOf(form)) {
      const praised = praise(form, row)
      if (praised !== null)
        yield say({ path: `${row.path}.actual`, observed: row.it.actual?.text ?? null }, 'praise', {
          printed: row.it.actual?.text ?? '',
          clause: praised,
        })
      const printed = resultOf(row.it)
      if (printed !== null) {
        const other = contradiction(row.it, printed, mentions, from)
        if (other !== null)
          yield say(
            { path: `${row.path}.actual`, observed: row.it.actual?.text ?? null, expected: other.printed },
            'differs',
            { printed: row.it.actual?.text ?? '', clause: other.clause, told: other.printed },
          )
      } else if (!hasActuals(form)) {
        const found = againstTarget(row, mentions, from, profile.over.threshold)
        if (found !== null) {
          const { key, mention, times } = found
          const target = row.it.target.text ?? ''
          const where = { path: `${row.path}.target`, observed: mention.printed, expected: target }
          if (key === 'misses') yield say(where, 'misses', { target, clause: mention.clause })
          else yield say(where, 'exceeds', { target, clause: mention.clause, times })
        }
      }
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      {
        form: told('组织开展监督检查15家，组织化妆品注册备案检验机构能力验证21家。', {
          name: '本市注册备案检验机构检查家数',
          target: '≥10.00(家)',
          actual: '15.00(家)',
        }),
        from: '002 化妆品监督管理业务经费',
      },
      {
        form: told('12个重大、10个专项课题全部通过验收，21个立项课题由课题承接单位自行安排验收。', {
          name: '课题立项数量',
          target: '≥10(个)',
          actual: '43.00(个)',
        }),
        from: '002 综合管理类专项经费',
      },
      {
        form: told('对药品生产企业开展飞行检查80家次。', {
          name: '药品生产企业飞行检查家次',
          target: '≥80(家次)',
          actual: '159.00(家次)',
        }),
      },
    ],
    fails: [
      [
        {
          form: told('累计制证送达8248件，平均证书送达时限≤5个工作日；', {
            aspect: '时效指标',
            name: '证书送达时间',
            target: '≤10(工作日)',
            actual: '10.00(工作日)',
          }),
          from: '001 业务受理工作经费',
        },
        'differs',
        'indicators[0].actual',
      ],
      [
        {
          form: told('编辑印刷季度《简讯》四期，每期发往总局、市局、区局、中心和专家约130本，为工作提供参考。', {
            name: '《简讯》刊印数量',
            target: '≥350(本)',
            actual: '600.00(本)',
          }),
          from: '001 质量发展专项经费',
        },
        'differs',
        'indicators[0].actual',
      ],
      [
        {
          form: told('叫号机运作完好，全年帮助企业叫号56367次。', machine('部分达成指标并具有一定效果')),
          from: '001 业务受理工作经费',
        },
        'praise',
        'indicators[0].actual',
      ],
      [
        {
          form: department('全市新增限上餐饮企业27家；', {
            name: '新增限上餐饮企业受惠企业数量',
            target: '不少于7家',
            deviation: '无',
          }),
          from: '003',
        },
        'exceeds',
        'indicators[0].target',
      ],
      [
        {
          form: department('推进企业知识产权贯标15家。', {
            name: '企业知识产权贯标推进',
            target: '≥19家',
            weight: '2',
            score: '2',
          }),
        },
        'misses',
        'indicators[0].target',
      ],
    ],
  }),
})

const resultOf = (it: Indicator): Amount | null =>
  it.actual === null ? null : amountOf(it.actual.value, it.actual.unit ?? it.target.unit ?? it.measureUnit)

/** The mention that cannot be true together with the printed number; null where any mention of it allows it. */
function contradiction(it: Indicator, printed: Amount, mentions: readonly Mention[], from: number): Mention | null {
  const about = mentionsAbout(it, printed.unit, mentions, from).map(({ mention }) => mention)
  const [best] = about
  if (best === undefined || best.longer || namesNumber(mentions, printed)) return null
  if (about.some((mention) => allows(mention, printed)) || mayBePart(best, printed)) return null
  return best
}

/** Fewer than the whole, and not told as the whole: 专项检查80家次 may be a part of 159家次. */
const mayBePart = ({ amount, bound, clause, printed }: Mention, whole: Amount): boolean =>
  bound === null && amount.value.lt(whole.value) && !printed.includes('×') && !WHOLE.test(clause)
const WHOLE = /共|全年|累计|合计|总计|总共|年度|平均|达到|率/

type AgainstTarget = { readonly key: 'misses' | 'exceeds'; readonly mention: Mention; readonly times: string }

/** Forms without a column for results: the text is the only place that tells them. */
function againstTarget({ it }: Row, mentions: readonly Mention[], from: number, over: string): AgainstTarget | null {
  const target = targetAmount(it)
  if (target === null || target.value.lte(0) || !isRising(it)) return null
  const about = mentionsAbout(it, target.unit, mentions, from).map(({ mention }) => mention)
  const [best] = about
  if (best === undefined || best.longer || about.some(({ amount }) => sameValue(amount, target))) return null
  const times = best.amount.value.div(target.value)
  if (times.gte(over) && hasNoReason(it.deviation))
    return { key: 'exceeds', mention: best, times: plain(times.toDecimalPlaces(2, Decimal.ROUND_DOWN)) }
  const full = it.score !== null && it.score === it.weight
  // several numbers may be parts of it
  const short = about.length === 1 && best.amount.value.lt(target.value) && best.bound !== 'at-least'
  return full && short ? { key: 'misses', mention: best, times: '' } : null
}

/** 政务营商环境显著提升 claims it of 政务服务环境. */
const CLAIMED = 0.4

/** A clause that claims the target word for word, where the row says it was not reached. */
function praise(form: Form, { it, name }: Row): string | null {
  if (it.actual?.tier !== 'partial' && it.actual?.tier !== 'missed') return null
  const claim = wordsOf(it.target.text)
  if (it.target.kind !== 'qualitative' || claim.length < 2) return null
  // the words of the target say more by themselves when there are more of them
  const from = claim.length >= 4 ? CLAIMED : 1
  const clauses = (form.goals.actual ?? '').split(/[，,。；;、\n]/)
  return clauses.find((clause) => wordsOf(clause).endsWith(claim) && cover(name, clause) >= from)?.trim() ?? null
}
