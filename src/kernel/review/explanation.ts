// Whether a form says anything about its money. The official forms have no cell for it, so every text is looked at.
import type { Form } from '../form/form.ts'

const words = {
  adjustment:
    /(?:预算|资金|经费|指标)[^。；\n]{0,10}(?:调整|调减|调增|追加|压减|核减|调剂|收回)|(?:调整|调减|调增|追加|压减|核减|调剂|收回)[^。；\n]{0,10}(?:预算|资金|经费|指标)/,
  execution: /执行率|执行进度|支出进度|预算执行|未支付|未执行|未使用|结余|节余|结转|尚未支出|资金支付/,
} as const

/** Whether the results or the reasons of the form speak about a budget adjustment or a low execution. */
export function explains(form: Form, what: keyof typeof words): boolean {
  const texts = [
    form.goals.actual,
    ...form.indicators.map(({ deviation }) => deviation),
    ...form.tasks.map((t) => t.completion),
  ]
  return texts.some((text) => text !== null && words[what].test(text))
}
