// The sentence of a refusal names the first of several faults, for where only a sentence is shown. Over a list of all of
// them it would be said twice.

/** "还有3处须先改正，未提交：没有填写指标值。" over its list: "还有3处须先改正，未提交。" */
export function withoutFirst(sentence: string, errors: readonly string[]): string {
  const [first = ''] = errors
  const at = first === '' ? -1 : sentence.indexOf(first)
  if (at < 0) return sentence
  const before = sentence.slice(0, at).replace(/[：:]$/, '')
  const after = sentence.slice(at + first.length)
  if (before === '') return sentence // there is nothing but the fault
  return /^[，。；]/.test(after) ? before + after : `${before}。${after}`
}
