import type { Form } from '../../../form/form.ts'
import { integratedSystem } from '../../basis.ts'
import { projectForms } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { targetForm } from '../../sample.ts'

/** 区划6位 + 年度2位 + 类别1位 + 序号12位. */
const code = /^(\d{6})(\d{2})([A-Z])(\d{12})$/

const coded = (text: string | null, name = '农业生产发展资金'): Form => {
  const form = targetForm()
  return { ...form, project: form.project && { ...form.project, code: text, name } }
}

export const projectCodeIsValid = reviewRule({
  id: 'A05',
  title: '项目代码为21位且区划、年度、类别各段有效',
  severity: 'warning',
  basis: integratedSystem,
  fix: '按项目库核对项目代码。',
  kinds: projectForms,
  messages: {
    length: '项目代码“{code}”为 {length} 位，应为 21 位。',
    parts: '项目代码“{code}”不符合“区划6位 + 年度2位 + 类别字母 + 序号12位”。',
    year: '项目代码的年度段为 {coded} 年，项目名称写 {named} 年。',
  },
  *check({ form }, { say }) {
    const printed = form.project?.code?.replace(/\s+/g, '')
    if (!printed) return
    const [, , short] = code.exec(printed) ?? []
    const where = { path: 'project.code', observed: printed }
    if (printed.length !== 21) yield say(where, 'length', { code: printed, length: printed.length })
    else if (short === undefined) yield say(where, 'parts', { code: printed })
    else {
      const named = /(20\d\d)年/.exec(form.project?.name ?? '')?.[1]
      if (named !== undefined && named !== `20${short}`) yield say(where, 'year', { coded: `20${short}`, named })
    }
  },
  examples: () => ({
    passes: [
      { form: coded(null) },
      { form: coded('51000021R000000019951'), from: '四川公开表' },
      { form: coded('51092324T000010263357', '2024年农业生产发展资金') },
    ],
    fails: [
      [{ form: coded('51092324T00001026335') }, 'length', 'project.code'],
      [{ form: coded('510923240000010263357') }, 'parts', 'project.code'],
      [{ form: coded('51092324T000010263357', '2023年农业生产发展资金'), from: '四川公开表' }, 'year', 'project.code'],
    ],
  }),
})
