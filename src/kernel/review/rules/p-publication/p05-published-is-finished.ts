import { hasActuals } from '../../achievement.ts'
import { practice } from '../../basis.ts'
import { evaluations, everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, tight } from '../../rows.ts'
import { selfEvaluation } from '../../sample.ts'
import { published } from '../../samples-of-publication.ts'
import { textCells } from '../../text-cells.ts'

/** Words of papers that are not finished. 内部 alone is also the inside of a house or a system. */
const UNFINISHED = /草稿|征求意见稿|送审稿|审核意见|修改意见|内部资料|内部使用|注意保存|请勿外传/

const blank = selfEvaluation().indicators.map((it) => ({
  ...it,
  score: null,
  actual: { text: null, value: null, unit: null, tier: null },
}))

export const publishedIsFinished = reviewRule({
  id: 'P05',
  title: '公开件是定稿，没有内部文字和空表',
  severity: 'error',
  basis: practice,
  fix: '撤下公开件，删去内部文字、填好完成值后重新公开。',
  kinds: everyKind,
  needs: ['publication'],
  messages: {
    internal: '公开件中有“{words}”，不是定稿。',
    empty: '公开的自评表 {count} 条指标的完成值和得分全部空白。',
  },
  *check({ form, related: { publication } }, { say }) {
    if (publication.publishedOn === null) return
    for (const { path, text } of [{ path: 'title', text: form.title ?? '' }, ...textCells(form)]) {
      const words = UNFINISHED.exec(text)?.[0]
      if (words !== undefined) yield say({ path, quote: words, observed: words }, 'internal', { words })
    }
    const rows = rowsOf(form)
    const isBlank = rows.every(({ it }) => tight(it.actual?.text) === '' && tight(it.score) === '')
    if (evaluations.includes(form.kind) && hasActuals(form) && rows.length > 0 && isBlank)
      yield say({ path: 'indicators', quote: null }, 'empty', { count: rows.length })
  },
  examples: () => ({
    passes: [published({}), published({ publishedOn: null }, {}, { title: '项目支出绩效自评表（草稿）' })],
    fails: [
      [published({}, {}, { title: '项目支出绩效自评表（草稿）' }), 'internal', 'title'],
      [published({}, {}, { indicators: blank }), 'empty', 'indicators'],
    ],
    unable: [{ form: selfEvaluation() }],
  }),
})
