// A22: a heading printed again at a page break, taken for a row: category names with nothing beside them.
import type { Indicator } from '../../../form/form.ts'
import { practice } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { tight } from '../../rows.ts'
import { targetForm, withIndicator } from '../../sample.ts'

const heading = { dimension: '产出指标', aspect: '时效指标', name: null, description: null, target: null }

export const noOrphanedHeadings = reviewRule({
  id: 'A22',
  title: '指标表没有换页留下的孤立表头',
  severity: 'advice',
  basis: practice,
  fix: '删去这一行；它是换页时重复打印的表头，不是指标。',
  kinds: everyKind,
  // the cells are not left blank, the row is none
  supersedes: ['A16'],
  messages: { orphan: '第 {row} 行只有“{heading}”，没有指标名称和指标值，是换页留下的表头。' },
  *check({ form }, { say }) {
    for (const [i, it] of form.indicators.entries()) {
      const heading = [it.dimension, it.aspect].map(tight).filter(Boolean).join(' ')
      if (heading === '' || !isEmpty(it)) continue
      yield say({ path: `indicators[${i}].name`, quote: heading }, 'orphan', { row: i + 1, heading })
    }
  },
  examples: () => ({
    passes: [{ form: targetForm() }],
    fails: [
      [
        { form: withIndicator(targetForm(), heading), from: '000' },
        'orphan',
        `indicators[${targetForm().indicators.length}].name`,
      ],
    ],
  }),
})

const isEmpty = ({ name, description, target, actual, weight, score }: Indicator): boolean =>
  [name, description, target.text, actual?.text, weight, score].every((text) => tight(text) === '')
