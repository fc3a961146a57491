import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { selfEvaluation, targetForm } from '../../sample.ts'
import { textCells } from '../../text-cells.ts'

const mobile = /(?<![\d.])1[3-9]\d{9}(?![\d.])/
const identity = /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/

const told = (actual: string) =>
  selfEvaluation({ goals: { overall: null, annual: null, expected: '完成全年培训任务', actual } })

export const noPersonalData = reviewRule({
  id: 'A23',
  title: '公开表中没有个人手机号和身份证号',
  severity: 'error',
  basis: '《中华人民共和国政府信息公开条例》',
  fix: '公开前删去个人信息。',
  kinds: everyKind,
  messages: { mobile: '文字中有手机号 {shown}。', identity: '文字中有身份证号 {shown}。' },
  *check({ form }, { say }) {
    for (const { path, text } of textCells(form)) {
      const id = identity.exec(text)?.[0]
      const phone = mobile.exec(text)?.[0]
      // The finding travels with the form; it must not carry the number itself.
      if (id) yield say({ path, quote: null }, 'identity', { shown: `${id.slice(0, 4)}…${id.slice(-2)}` })
      else if (phone)
        yield say({ path, quote: null }, 'mobile', { shown: `${phone.slice(0, 3)}****${phone.slice(-4)}` })
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      { form: targetForm() },
      { form: told('拨付13800000000.00元，受理010-12345678来电。') },
    ],
    fails: [
      [{ form: told('联系人王某，电话13800138000。') }, 'mobile', 'goals.actual'],
      [{ form: told('学员身份证号11010519900307123X。') }, 'identity', 'goals.actual'],
    ],
  }),
})
