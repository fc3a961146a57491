// E10: a goal is told by results and numbers, not in the words of speeches.
// Precision: only goals without a single number in which words of speeches make up more than the profile's share.
import { decimal } from '../../../decimal.ts'
import { targetManagement } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { slogans } from '../../name-lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { wordsOf } from '../../rows.ts'
import { targetForm } from '../../sample.ts'

const aimed = (overall: string) => targetForm({ goals: { overall, annual: null, expected: null, actual: null } })

/** A goal without numbering, years and 十四五: what is left of digits is an amount. */
const plainWords = (text: string): string =>
  wordsOf(
    text
      .replace(/目标(内容)?\s*\d*[:：]?/g, '')
      .replace(/^\s*[（(]?\d+[)）.、．]/gm, '')
      .replace(/20\d\d年?度?|“?十[一二三四五]五”?/g, ''),
  )

export const goalIsNoSpeech = reviewRule({
  id: 'E10',
  title: '绩效目标细化量化，不堆砌口号',
  severity: 'advice',
  basis: targetManagement,
  fix: '删去口号，写明做几件什么事、达到什么数量和效果。',
  kinds: everyKind,
  messages: { speech: '绩效目标 {length} 个字中没有一个数量，口号性词语（{words} 等）占 {percent}%。' },
  *check({ form, profile }, { say }) {
    const { from, above } = profile.limits.slogans
    for (const cell of ['overall', 'annual', 'expected'] as const) {
      const text = plainWords(form.goals[cell] ?? '')
      if (text.length < from || /[\d一二两三四五六七八九十百千万]+(?=[个项次场期家人份批套台件%])|\d/.test(text))
        continue
      const found = text.match(slogans) ?? []
      const share = decimal(String(found.join('').length / text.length))
      if (share === null || share.lte(above)) continue
      yield say(`goals.${cell}`, 'speech', {
        length: text.length,
        words: [...new Set(found)].slice(0, 4).join('、'),
        percent: share.times(100).toFixed(0),
      })
    }
  },
  examples: () => ({
    passes: [
      { form: targetForm() },
      {
        form: aimed(
          '完成全市主要传统媒体、互联网、户外广告监测工作，及时发现违法广告线索，指导各区依法处置违法广告线索。',
        ),
      },
      { form: aimed('贯彻落实部署，全面提升能力，深入推进改革，组织培训20期，切实增强队伍素质，持续优化服务环境。') },
      { form: aimed('切实加强监管。') },
    ],
    fails: [
      [
        {
          form: aimed(
            '深入贯彻落实上级决策部署，切实加强组织领导，全面提升监管能力，持续推动高质量发展，进一步优化营商环境，不断增强群众获得感。',
          ),
        },
        'speech',
        'goals.overall',
      ],
    ],
  }),
})
