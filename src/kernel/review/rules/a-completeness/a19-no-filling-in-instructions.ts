import type { Form } from '../../../form/form.ts'
import { targetManagement } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { selfEvaluation, targetForm } from '../../sample.ts'
import { textCells } from '../../text-cells.ts'

const instruction =
  /[（(]?(?:限|不超过)?\d{2,4}\s*字(?:以内|之内)[)）]?|对照年度目标[，,]说明|请(?:在此|简要|据实)?(?:填写|填报|简述)|此处填写|填写说明|填表说明|(?:20)?[xX×]{2,4}(?:年|项目|单位|万元)|\*{3,}/

/** One of these is in every instruction; most cells have none and need no closer look. */
const hint = /[字填述照]|[xX×*]{2}/

const told = (actual: string): Form =>
  selfEvaluation({ goals: { overall: null, annual: null, expected: '完成全年培训任务', actual } })

export const noFillingInInstructions = reviewRule({
  id: 'A19',
  title: '正文中没有编制说明和未替换的占位符',
  severity: 'warning',
  basis: targetManagement,
  fix: '删去填表说明，换成实际内容。',
  kinds: everyKind,
  messages: { residue: '正文中残留填表说明“{words}”。' },
  *check({ form }, { say }) {
    for (const { path, text } of textCells(form)) {
      const words = hint.test(text) ? instruction.exec(text)?.[0] : undefined
      if (words) yield say({ path, observed: words }, 'residue', { words })
    }
  },
  examples: () => ({
    passes: [{ form: selfEvaluation() }, { form: targetForm() }, { form: told('编写500字简介12篇。') }],
    fails: [
      [
        { form: told('对照年度目标，说明相关任务目标的完成情况（100字以内）'), from: '四川公开表' },
        'residue',
        'goals.actual',
      ],
      [{ form: told('XX年完成培训20期。') }, 'residue', 'goals.actual'],
    ],
  }),
})
