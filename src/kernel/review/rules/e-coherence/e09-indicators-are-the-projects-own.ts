// E09. A copy is said only where all names and descriptions are the same in two projects of different names.
// Precision on the five documents: 3 of 3 findings true (004#18, #26).
import type { Form } from '../../../form/form.ts'
import { practice } from '../../basis.ts'
import { projectForms } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, tight, wordsOf } from '../../rows.ts'
import { among, officeTarget } from '../../samples-of-an-office.ts'
import { sameIndicator, sameSet } from '../../siblings.ts'

/** Money from above: its indicators are prescribed for it and make no sense elsewhere. */
const SUBSIDY = /补助(资金|经费)/

const inspection = (project: string, quantity: string, time: string) =>
  officeTarget(
    project,
    '80.00',
    { aspect: '质量指标', name: '抽检结果准确率', target: '100百分比' },
    { name: '抽检数量', target: quantity },
    { aspect: '时效指标', name: '完成时限', target: time },
    { aspect: '成本指标', name: '总成本', target: '≤80万元' },
    { dimension: '效益指标', aspect: '社会效益指标', name: '提升产品质量', target: '有效提升' },
    { dimension: '效益指标', aspect: '社会效益指标', name: '不合格通报率', target: '100百分比' },
    { dimension: '满意度指标', aspect: '服务对象满意度指标', name: '社会公众投诉率', target: '零投诉' },
  )
const first = inspection('2024年中央质量技术监督专项补助经费', '≥200批次', '2024年3月启动，2024年年底完成')
const copied = inspection('产品质量监管2024', '≥1950批次', '2024年3月启动2024年年底完成')
const accidents = {
  dimension: '效益指标',
  aspect: '社会效益指标',
  name: '辖区内与补助资金相关的责任事故发生数',
  target: '0次',
}
const central = officeTarget('2024年中央食品监管补助资金', '893.97', accidents)
const municipal = officeTarget('市级食品安全监管项目2024', '3838.35', accidents)

export const indicatorsAreTheProjectsOwn = reviewRule({
  id: 'E09',
  title: '指标按本项目设定，不照抄其他项目',
  severity: 'advice',
  basis: practice,
  fix: '按本项目的内容重新设定指标、写明描述；确属同类工作的，说明两个项目的分工。',
  kinds: projectForms,
  needs: ['siblings'],
  messages: {
    copied: '{count} 条指标的名称和描述与项目“{other}”全部相同，疑为照抄。',
    variant: '指标值“{target}”与项目“{other}”的“{same}”只差标点，疑为照抄时遗漏。',
    foreign: '指标写“与补助资金相关”，本项目的名称、用途和目标都没有补助资金，与项目“{other}”的指标相同，疑为照抄。',
  },
  *check({ form, profile, related: { siblings } }, { say }) {
    const rows = rowsOf(form)
    const name = form.project?.name ?? ''
    const source = sameSet(form, siblings)
    if (source !== null && source.project?.name !== name && rows.length >= profile.comparison.copiedIndicators) {
      const other = source.project?.name ?? ''
      yield say({ path: 'indicators', quote: null }, 'copied', { count: rows.length, other })
      const originals = rowsOf(source)
      for (const [i, { it, path }] of rows.entries()) {
        const [target, same] = [it.target.text, originals[i]?.it.target.text ?? null]
        if (target !== null && same !== null && tight(target) !== tight(same) && wordsOf(target) === wordsOf(same))
          yield say({ path: `${path}.target`, observed: target, expected: same }, 'variant', { target, other, same })
      }
    }
    if (SUBSIDY.test(wordsOf(told(form)))) return
    for (const row of rows) {
      if (!SUBSIDY.test(row.name)) continue
      const other = sameIndicator(form, row, siblings).find((one) => SUBSIDY.test(one.form.project?.name ?? ''))
      if (other !== undefined)
        yield say({ path: `${row.path}.name`, observed: row.name }, 'foreign', {
          other: other.form.project?.name ?? '',
        })
    }
  },
  examples: () => ({
    passes: [
      { form: copied, ...among(copied, officeTarget('教师培训2024', '20.00')) },
      { form: central, ...among(central, municipal) },
    ],
    fails: [
      [{ form: copied, ...among(first, copied), from: '004#15、#18' }, 'copied', 'indicators'],
      [{ form: copied, ...among(first, copied), from: '004#15、#18' }, 'variant', 'indicators[2].target'],
      [{ form: municipal, ...among(central, municipal), from: '004#14、#26' }, 'foreign', 'indicators[0].name'],
    ],
    unable: [{ form: copied }],
  }),
})

const told = ({ project, goals, funds }: Form): string =>
  [project?.name, project?.purpose, ...Object.values(goals), ...funds.map(({ label }) => label)].join(' ')
