// E05. The same output is only said of one name, one unit and (nearly) one number in two projects.
// Precision on the five documents: 10 of 10 findings true (001#3 and #4, 004#11–14, #26, #28, #52, #56).
import { decimal } from '../../../decimal.ts'
import type { Form } from '../../../form/form.ts'
import { sameMeasure } from '../../amount.ts'
import { targetManagement } from '../../basis.ts'
import { projectForms } from '../../kinds.ts'
import { annualTotal, inYuan, money } from '../../money.ts'
import { subjectOf } from '../../narrative.ts'
import { unitName } from '../../relate.ts'
import { reviewRule } from '../../review-rule.ts'
import { isAspect, type Row, rowsOf } from '../../rows.ts'
import { among, officeTarget } from '../../samples-of-an-office.ts'
import { type Other, sameIndicator, sameProject } from '../../siblings.ts'
import { targetAmount } from '../../since-last-year.ts'

/** Short names (抽检数量, 业务培训班次数) may mean another thing in each project. */
const SHORTEST = 6
/** 130000份 and 150000份 of the same reports are near enough to be asked about. */
const NEAR = '0.8'

const samples = officeTarget('2023年中央食品监管补助资金', '2.04', { name: '监督抽检批次', target: '≥8批次' })
const again = officeTarget('2023年中央食品监管补助资金', '1.55', { name: '监督抽检批次', target: '≥3批次' })
const reports = (project: string, target: string) =>
  officeTarget(project, '300.00', { name: '出具特种设备监督检验和定期检验报告数量', target })
const fiscal = reports('特种设备检验2024', '≥130000份')
const own = reports('2024年特种设备检验检测项目（非财政拨款项目）', '≥150000份')

/** Every project has some trainings; that two have as many says nothing. */
const courses = (project: string) => officeTarget(project, '10.00', { name: '开展业务培训班次数', target: '≥2期' })

const withoutUnit = (form: Form): Form => ({ ...form, unit: null, department: { code: '355', name: '某市市场监管委' } })

export const projectStandsOnce = reviewRule({
  id: 'E05',
  title: '同一项目、同一产出只申报一次',
  severity: 'warning',
  basis: targetManagement,
  fix: '合并重复的项目，或在名称中区分；同一产出由几个项目分担的，按各自承担的数量分开填写。',
  kinds: projectForms,
  needs: ['siblings'],
  messages: {
    project: '同一单位另有 {count} 张同名项目“{name}”的表（预算 {budgets}），无法区分，可能重复申报。',
    output: '“{name}”（{target}）在项目“{project}”中也申报（{other}），同一产出可能重复计列。',
  },
  *check({ form, related: { siblings } }, { say }) {
    const same = sameProject(form, siblings)
    const name = form.project?.name ?? ''
    if (same.length > 0 && name !== '')
      yield say({ path: 'project.name', observed: name }, 'project', {
        count: same.length,
        name,
        budgets: [form, ...same].map(budget).join('、'),
      })
    for (const row of rowsOf(form)) {
      if (!isAspect(row, 'quantity')) continue
      const isNamed = subjectOf(row.it).length >= SHORTEST
      const other = sameIndicator(form, row, siblings).find(
        (one) =>
          isElsewhere(form, one) &&
          isAspect(one.row, 'quantity') &&
          isNear(row, one) &&
          (isNamed || sameResult(row, one)),
      )
      if (other !== undefined)
        yield say({ path: `${row.path}.target`, observed: row.it.target.text }, 'output', {
          name: row.name,
          target: row.it.target.text ?? '',
          project: projectOf(form, other.form),
          other: other.row.it.target.text ?? '',
        })
    }
  },
  examples: () => ({
    passes: [
      { form: samples, ...among(samples, officeTarget('2024年中央食品监管补助资金', '893.97')) },
      { form: fiscal, ...among(fiscal, reports('设备更新2024', '≥20份')) },
      { form: withoutUnit(again), ...among(withoutUnit(samples), withoutUnit(again)) },
      { form: courses('执法'), ...among(courses('执法'), courses('计量')) },
    ],
    fails: [
      [{ form: again, ...among(samples, again), from: '004#11、#12' }, 'project', 'project.name'],
      [{ form: fiscal, ...among(fiscal, own), from: '004#28、#56' }, 'output', 'indicators[0].target'],
    ],
    unable: [{ form: again }],
  }),
})

function budget(form: Form): string {
  const amount = annualTotal(form)?.fund.initialBudget ?? null
  const yuan = inYuan(form, amount)
  return yuan === null ? (amount ?? '未填') : money(form, yuan)
}

/** Another project, or the same programme in another unit. */
const isElsewhere = (form: Form, { form: other }: Other): boolean =>
  other.project?.name !== form.project?.name || unitName(other) !== unitName(form)

const projectOf = (form: Form, other: Form): string =>
  `${other.project?.name ?? ''}${unitName(other) === unitName(form) ? '' : `（${other.unit?.name ?? ''}）`}`

/** Both reached the same number, and not just their targets. */
function sameResult({ it }: Row, { row }: Other): boolean {
  const [a, b, target] = [decimal(it.actual?.value), decimal(row.it.actual?.value), decimal(it.target.value)]
  return a !== null && b !== null && a.eq(b) && target?.eq(a) === false
}

/** The same number, or of two projects nearly the same. */
function isNear({ it }: Row, { row }: Other): boolean {
  const [a, b] = [targetAmount(it), targetAmount(row.it)]
  if (a === null || b === null || a.value.lte(0) || b.value.lte(0)) return false
  if (a.value.eq(b.value)) return a.unit === null || b.unit === null || sameMeasure(a.unit, b.unit)
  const [less, more] = a.value.lt(b.value) ? [a.value, b.value] : [b.value, a.value]
  return sameMeasure(a.unit, b.unit) && less.div(more).gte(NEAR)
}
