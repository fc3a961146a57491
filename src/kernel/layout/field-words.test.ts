import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Form } from '../form/form.ts'
import { fieldWords } from './field-words.ts'

const first = (name: string): Form => {
  const { forms } = JSON.parse(readFileSync(`test/golden/${name}.json`, 'utf8')) as { forms: Form[] }
  return forms[0] ?? expect.fail(`no form in ${name}`)
}

describe('where a field stands, in words', () => {
  it.each([
    ['001', 'indicators[0].score', /^“建立公众号”的得分$/],
    ['001', 'indicators[0].weight', /^“建立公众号”的分[值数]$/],
    ['001', 'indicators[0].target.text', /^“建立公众号”的年度指标值$/],
    ['001', 'indicators[0].name', /^“建立公众号”$/],
    ['001', 'indicators[0]', /^“建立公众号”$/],
    ['001', 'indicators', /^绩效指标$/],
    ['001', 'indicators[99].actual', /^第 100 条指标的实际完成值$/],
    ['001', 'funds[0].rate', /^年度资金总额的执行率$/],
    ['001', 'funds[0].executed', /^年度资金总额的全年执行数$/],
    ['001', 'goals.actual', /^实际完成情况$/],
    ['001', 'totals.score', /^总分$/],
    ['001', 'grade', /^(评分)?等级$/],
    ['001', 'project.name', /^项目名称$/],
    ['001', 'nowhere', /^整张表$/],
    ['000', 'funds[0].initialBudget', /^[^的]+$/],
    ['003', 'tasks[0].completion', /^第 1 项任务的完成情况$/],
  ])('%s %s', (name, path, words) => expect(fieldWords(first(name), path)).toMatch(words))
})
