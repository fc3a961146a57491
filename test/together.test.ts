// The five published documents as one set: what only shows when forms are held against each other.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readText } from '../src/documents/read-document.ts'
import { checkForm, checkForms } from '../src/kernel/review/check.ts'
import { missingReason } from '../src/kernel/review/related.ts'

const formsOf = (name: string) =>
  readText(readFileSync(new URL(`../demo/${name}.txt`, import.meta.url), 'utf8'), `${name}.txt`).forms
const documents = ['000', '001', '002', '003', '004'].map((name) => ({ name, forms: formsOf(name) }))
const checks = checkForms(documents.flatMap(({ forms }) => forms))
const places = documents.flatMap(({ name, forms }) => forms.map((_, i) => `${name}#${i + 1}`))

/** "000#1 indicators[0].target" of every finding of a rule. */
const found = (rule: string): string[] =>
  checks.flatMap(({ findings }, i) => findings.flatMap((f) => (f.rule === rule ? [`${places[i]} ${f.path}`] : [])))
const messages = (rule: string, place: string): string[] =>
  checks.flatMap(({ findings }, i) =>
    places[i] === place ? findings.flatMap((f) => (f.rule === rule ? [f.message] : [])) : [],
  )

describe('2024 against 2023 of the same service centre', () => {
  it('Y01: targets below what was reached already', () => {
    expect(found('Y01')).toEqual([
      '000#2 indicators[2].target',
      '000#2 indicators[6].target',
      '000#3 indicators[3].target',
      '000#3 indicators[4].target',
      '000#3 indicators[5].target',
    ])
    expect(messages('Y01', '000#2')[1]).toContain('2400多关注用户')
    expect(messages('Y01', '000#3')[2]).toContain('实际完成 18.00(次)，只有上年实际的 55%')
  })

  it('Y02: targets that stayed though ten times and 171 % of them were reached', () => {
    expect(found('Y02')).toEqual(['000#1 indicators[0].target', '000#3 indicators[0].target'])
    expect(messages('Y02', '000#1')[0]).toContain('完成 1000%')
    expect(messages('Y02', '000#3')[0]).toContain('指标值 ≥350(本)、实际 600.00(本)')
  })

  it('Y03: an indicator that changed its name, another that changed its unit', () => {
    expect(found('Y03')).toEqual(['000#1 indicators[4].target', '000#1 indicators[1].name'])
    expect(messages('Y03', '000#1')[1]).toContain('证书印刷数量')
  })

  it('Y04: a third to two thirds more money for no more output', () => {
    expect(found('Y04').map((place) => place.split(' ')[0])).toEqual(['000#1', '000#2'])
    expect(messages('Y04', '000#1')[0]).toContain('由上年 10.21万元 增加到 16.5448万元（+62%）')
    expect(messages('Y04', '000#2')[0]).toContain('+42%')
  })
})

describe('told numbers', () => {
  it('Y05: contradict the results in the table', () => {
    expect(found('Y05')).toEqual([
      '001#2 indicators[3].actual',
      '001#2 indicators[4].actual',
      '001#3 indicators[2].actual',
      '001#3 indicators[4].actual',
      '001#3 indicators[6].actual',
      '001#3 indicators[9].actual',
      '001#4 indicators[6].actual',
      '003#1 indicators[0].target',
      '003#1 indicators[15].target',
      '003#1 indicators[16].target',
      '003#1 indicators[33].target',
    ])
    expect(messages('Y05', '001#2')[0]).toContain('4 × 130本')
  })

  it('Y06: contradict each other within one form', () => {
    expect(messages('Y06', '003#1')).toEqual([
      expect.stringContaining('19529批次'),
      expect.stringContaining('5.5批次/千人'),
      expect.stringContaining('4件'),
      expect.stringContaining('5366 + 2675'),
    ])
    expect(found('Y06').every((place) => place.startsWith('003#1'))).toBe(true)
  })
})

describe('the projects of one office', () => {
  it('E05: one project twice, one output in two projects', () => {
    expect(found('E05').filter((place) => place.endsWith('project.name'))).toEqual([
      '004#11 project.name',
      '004#12 project.name',
    ])
    const outputs = found('E05').filter((place) => place.endsWith('.target'))
    expect(outputs.map((place) => place.split(' ')[0])).toEqual([
      ...['001#3', '001#4', '004#13', '004#14', '004#26', '004#28', '004#52', '004#56'],
    ])
  })

  it('E09: a set of indicators copied with all its descriptions, a comma lost on the way', () => {
    expect(found('E09')).toEqual(['004#18 indicators', '004#18 indicators[2].target', '004#26 indicators[15].name'])
  })

  it('D22: one name measured in points here and in percent there', () => {
    const places = found('D22').filter((place) => /#(11|12|39) .*target$/.test(place))
    expect(places).toHaveLength(3)
  })

  it('G19: nine self-evaluations, all of the highest grade', () => {
    expect(found('G19')).toEqual(['002#1 totals.score'])
  })
})

it('cannot be seen in a form alone, and the rules say so instead of passing', () => {
  const [form] = formsOf('000')
  if (!form) throw new Error('000.txt holds no form')
  const { findings, notChecked } = checkForm(form)
  expect(findings.filter(({ rule }) => /^Y0[1-4]$/.test(rule))).toEqual([])
  const reasons = new Map(notChecked.map(({ rule, reason }) => [rule, reason]))
  for (const rule of ['Y01', 'Y02', 'Y03', 'Y04']) expect(reasons.get(rule)).toBe(missingReason.lastYear)
  expect(reasons.get('E05')).toBe(missingReason.siblings)
})
