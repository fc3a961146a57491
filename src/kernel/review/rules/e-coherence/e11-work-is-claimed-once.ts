// E11 (beyond the catalogue): the same work is claimed by one project only.
// Precision: only outputs with the same long name, number and unit in two projects of one office; whether it is the same
// work only the office knows, hence advice.
import { decimal, plain } from '../../../decimal.ts'
import type { Form } from '../../../form/form.ts'
import { memoOf } from '../../../memo.ts'
import { indicatorName } from '../../align.ts'
import { targetManagement } from '../../basis.ts'
import { projectForms } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { isAspect, type Row, rowsOf, tight } from '../../rows.ts'
import { selfEvaluation, targetForm, withIndicators } from '../../sample.ts'

/** 培训班次, 抽检数量: shorter names are those of any project. */
const LEAST = 6

const number = (text: string | null | undefined): string => {
  const value = decimal(text ?? null)
  return value === null ? '' : plain(value)
}

/** What is the same of the same work; null where the row is no output with a number. */
function workOf(row: Row): string | null {
  const { name, target, actual } = row.it
  const named = indicatorName(name)
  if (named.length < LEAST || target.value === null || !isAspect(row, 'quantity')) return null
  return [named, number(target.value), tight(target.unit), number(actual?.value)].join(' ')
}

/** All outputs of an office by what they are; worked out once for all its forms. */
const claimsIn = memoOf((forms: readonly Form[]): ReadonlyMap<string, readonly Form[]> => {
  const claims = new Map<string, Form[]>()
  for (const form of forms)
    for (const row of rowsOf(form)) {
      const work = workOf(row)
      if (work !== null) claims.set(work, [...(claims.get(work) ?? []), form])
    }
  return claims
})

const projectOf = (form: Form): string => tight(form.project?.name)

const named = (name: string, form: Form): Form => ({ ...form, project: form.project && { ...form.project, name } })
const drive = { name: '执法专项行动次数', target: '≥3次' }
const fight = named('2024年中央反垄断工作补助经费', withIndicators(targetForm(), drive))
const service = named(
  '政府聘用辅助人员经费',
  withIndicators(selfEvaluation(), { name: '完成专项宣传工作', target: '≥1.00（次）', actual: '10（次）' }),
)

export const workIsClaimedOnce = reviewRule({
  id: 'E11',
  title: '同一工作量不在两个项目重复申报',
  severity: 'advice',
  basis: targetManagement,
  fix: '核实是否同一项工作：是同一项的，只列在一个项目；不是的，在名称中写明区别。',
  kinds: projectForms,
  needs: ['siblings'],
  messages: { twice: '“{name}”（{text}）与项目“{other}”的指标名称、数量完全相同，疑为同一工作重复申报。' },
  *check({ form, related }, { say }) {
    const claims = claimsIn(related.siblings)
    for (const row of rowsOf(form)) {
      const work = workOf(row)
      const other = (work === null ? [] : (claims.get(work) ?? [])).find((one) => projectOf(one) !== projectOf(form))
      if (other === undefined) continue
      const text = [row.it.target.text, row.it.actual?.text].map(tight).filter(Boolean).join(' → ')
      yield say(`${row.path}.name`, 'twice', { name: row.name, text, other: projectOf(other) })
    }
  },
  examples: () => ({
    passes: [
      {
        form: named('执法办案专项', withIndicators(targetForm(), { ...drive, target: '≥5次' })),
        related: { siblings: [fight] },
      },
      { form: fight, related: { siblings: [fight] } },
    ],
    fails: [
      [
        {
          form: named('执法总队反垄断工作补助经费', withIndicators(targetForm(), drive)),
          related: { siblings: [fight] },
          from: '004',
        },
        'twice',
        'indicators[0].name',
      ],
      [
        {
          form: named(
            '业务受理工作经费',
            withIndicators(selfEvaluation(), { name: '完成专项宣传工作', target: '≥1.00(次)', actual: '10.00(次)' }),
          ),
          related: { siblings: [service] },
          from: '001',
        },
        'twice',
        'indicators[0].name',
      ],
    ],
    unable: [{ form: fight }],
  }),
})
