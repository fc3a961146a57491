// Y06: the same fact told in two places of one form with two numbers. Only numbers of different cells whose words say
// the same are held against each other, and none where any mention agrees. Precision on the five documents: 4 of 4.
import { type Decimal, decimal, plain, sum } from '../../../decimal.ts'
import { memoOf } from '../../../memo.ts'
import { amountOf, sameMeasure, sameValue } from '../../amount.ts'
import { evaluation } from '../../basis.ts'
import { evaluations } from '../../kinds.ts'
import { likeness } from '../../likeness.ts'
import { allows, type Mention, resultMentions } from '../../narrative.ts'
import { reviewRule } from '../../review-rule.ts'
import { departmentForm, selfEvaluation } from '../../sample.ts'

/** Words that stand beside any number. */
const GENERAL = /完成|开展|组织|全市|全省|全年|本市|达到|任务|新增|成功|提交|申请|力争|共|及|的|了/g
/** A subject of fewer characters names nothing by itself. */
const SHORTEST = 4
const SAME = 0.9

const told = (actual: string, ...completions: string[]) =>
  departmentForm({
    goals: { overall: null, annual: null, expected: null, actual },
    tasks: completions.map((completion) => ({ name: '任务', plan: null, content: null, completion })),
  })

export const oneFactHasOneNumber = reviewRule({
  id: 'Y06',
  title: '同一件事在表内各处的数字一致',
  severity: 'warning',
  basis: evaluation,
  fix: '核对后统一数字；范围不同的（全市、市本级等）写明范围。',
  kinds: evaluations,
  messages: {
    differs: '此处写“{here}”（{printed}），{place}写“{there}”（{other}），两处不一致。',
    transposed: '分项 {parts} 合计 {sum}，总数写 {total}，数字相同而次序不同，疑为录入颠倒。',
  },
  *check({ form }, { say }) {
    const mentions = resultMentions(form)
    const said = new Set<Mention>()
    for (const mention of mentions) {
      const other = contradicting(mention, mentions)
      if (other === null || said.has(other)) continue
      said.add(mention)
      yield say(
        { path: mention.path, quote: mention.clause, observed: mention.printed, expected: other.printed },
        'differs',
        {
          here: mention.clause,
          printed: mention.printed,
          place: other.path === 'goals.actual' ? '实际完成情况' : '任务完成情况',
          there: other.clause,
          other: other.printed,
        },
      )
    }
    for (const { path, text } of [
      { path: 'goals.actual', text: form.goals.actual },
      ...form.tasks.map(({ completion }, i) => ({ path: `tasks[${i}].completion`, text: completion })),
    ])
      for (const { total, parts, unit } of transposed(text)) {
        const added = parts.map(plain).join(' + ')
        yield say(
          {
            path,
            quote: null,
            observed: plain(total),
            expected: plain(sum(parts)),
            arithmetic: `${added} = ${plain(sum(parts))}`,
          },
          'transposed',
          { parts: added, sum: `${plain(sum(parts))}${unit}`, total: `${plain(total)}${unit}` },
        )
      }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      { form: told('为41家企业提供技术帮扶', '围绕5个行业，为41家企业提供技术帮扶'), from: '003' },
      { form: told('开展食品专项检查30家次', '开展专项检查50家次') },
      { form: told('食品抽检1.95万批次', '全市完成食品抽检任务共19529批次') },
    ],
    fails: [
      [
        {
          form: told('完成药品监督抽检600批次、食品抽检1.93万批次', '全市完成食品抽检任务共19529批次'),
          from: '003',
        },
        'differs',
        'goals.actual',
      ],
      [
        {
          form: told(
            '工作平稳',
            '市本级及省转移任务共完成食品抽检8401批次，其中，完成食品安全监督抽检5366批次；完成2675批次食品监督抽检，超额完成全年任务。',
          ),
          from: '003',
        },
        'transposed',
        'tasks[0].completion',
      ],
    ],
  }),
})

const subject = memoOf(({ tidy }: Mention) => tidy.replace(GENERAL, '').replace(/^\d+/, ''))

/** The mention of another cell nearest in value that says the same and allows another number; null where one agrees. */
function contradicting(mention: Mention, mentions: readonly Mention[]): Mention | null {
  if (mention.longer || mention.amount.unit === null || mention.amount.unit === '%') return null
  const about = mentions.filter(
    (other) =>
      other.path !== mention.path &&
      !other.longer &&
      other.amount.unit !== null &&
      sameMeasure(other.amount.unit, mention.amount.unit) &&
      sameSubject(mention, other),
  )
  if (about.some((other) => agree(mention, other))) return null
  return about.toSorted((a, b) => distance(a, mention).cmp(distance(b, mention)))[0] ?? null
}

const distance = (a: Mention, b: Mention): Decimal => a.amount.value.minus(b.amount.value).abs()

const agree = (a: Mention, b: Mention): boolean =>
  sameValue(a.amount, b.amount) ||
  (b.bound === null && allows(a, b.amount)) ||
  (a.bound === null && allows(b, a.amount))

/** A ratio like 批次/千人 is so particular that the unit itself is the subject. */
function sameSubject(a: Mention, b: Mention): boolean {
  if (a.amount.unit?.includes('/') && a.amount.unit === b.amount.unit) return true
  const [x, y] = [subject(a), subject(b)]
  // 专项检查 and 食品专项检查 are not the same: one more word is another scope
  return Math.min(x.length, y.length) >= SHORTEST && likeness(x, y) >= SAME
}

type Parts = { readonly total: Decimal; readonly parts: readonly Decimal[]; readonly unit: string }

/** 共A批次，其中…B批次；…C批次: parts that add up to the digits of the total in another order. */
function transposed(text: string | null): Parts[] {
  return [...(text ?? '').matchAll(/(\d{3,})([^\d，。；\s]{1,3})[，,]其中([^。\n]*)/g)].flatMap(
    ([, total = '', unit = '', rest = '']) => {
      const whole = decimal(total)
      const parts = [...rest.matchAll(new RegExp(`(\\d+)${unit}`, 'g'))].flatMap(([, n]) => decimal(n) ?? [])
      if (whole === null || parts.length < 2 || amountOf(total, unit)?.unit === null) return []
      const digits = (x: string): string => [...x].sort().join('')
      const added = plain(sum(parts))
      return added !== total && digits(added) === digits(total) ? [{ total: whole, parts, unit }] : []
    },
  )
}
