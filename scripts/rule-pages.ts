// Writes docs/rules/: one Chinese page per review rule, made from the rule and its own examples.
//   npm run rules
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Form } from '../src/kernel/form/form.ts'
import { kindLabel } from '../src/kernel/form/kind-label.ts'
import { printedAt } from '../src/kernel/form/path.ts'
import { profileOf } from '../src/kernel/profile/choose.ts'
import { profiles } from '../src/kernel/profile/index.ts'
import type { Severity } from '../src/kernel/profile/profile.ts'
import { needLabel } from '../src/kernel/review/related.ts'
import type { Example, Finding, ReviewRule } from '../src/kernel/review/review-rule.ts'
import { ruleGroups } from '../src/kernel/review/rule-groups.ts'
import { rules } from '../src/kernel/review/rules/index.ts'
import { scoreForm } from '../src/kernel/scoring/engine.ts'

const severityLabel: Record<Severity | 'off', string> = {
  error: '错误（不能提交）',
  warning: '警告（须更正或说明）',
  advice: '建议',
  off: '不适用',
}

/** File name → text of every page. */
export function rulePages(): ReadonlyMap<string, string> {
  return new Map([['README.md', contents()], ...rules.map((rule) => [`${rule.id}.md`, page(rule)] as const)])
}

const contents = (): string => {
  const sections = Object.entries(ruleGroups).map(([letter, group]) => {
    const rows = rules
      .filter((rule) => rule.id.startsWith(letter))
      .map((rule) => `| [${rule.id}](${rule.id}.md) | ${rule.title} | ${severityLabel[rule.severity]} |`)
    return `## ${letter} ${group}\n\n| 规则 | 应当 | 程度 |\n|---|---|---|\n${rows.join('\n')}`
  })
  return `# 审核规则\n\n由规则本身生成（\`npm run rules\`），共 ${rules.length} 条。每条规则有三种结果：通过、发现问题、未能检查（写明原因）。\n\n${sections.join('\n\n')}\n`
}

function page(rule: ReviewRule): string {
  const { passes, fails, unable = [] } = rule.examples()
  const local = profiles
    .filter((p) => p.severities[rule.id] !== undefined)
    .map((p) => `${p.title}：${severityLabel[p.severities[rule.id] ?? rule.severity]}`)
  return [
    `# ${rule.id} ${rule.title}`,
    `- 程度：${severityLabel[rule.severity]}${local.length > 0 ? `；${local.join('；')}` : ''}`,
    `- 依据：${rule.basis}`,
    `- 适用：${rule.kinds.map((kind) => kindLabel[kind]).join('、')}`,
    ...(rule.needs?.length
      ? [`- 还需要：${rule.needs.map((need) => needLabel[need]).join('、')}；没有时答“未能检查”`]
      : []),
    `- 怎么改：${rule.fix}`,
    '',
    '## 有问题的例子',
    '',
    ...fails.map(([example, , path]) => failing(rule, example, path)),
    '',
    '## 没有问题的例子',
    '',
    ...passes.map((example) => `- ${passing(example)}`),
    ...(unable.length > 0
      ? ['', '## 未能检查的例子', '', ...unable.map((example) => `- ${reasons(rule, example)}`)]
      : []),
    '',
  ].join('\n')
}

const judged = (rule: ReviewRule, { form, profile: id = 'national@2020', related = {} }: Example) => {
  const profile = profileOf(id)
  if (!profile) throw new Error(`${rule.id}: no profile ${id}`)
  return rule.run({ form, profile, scores: scoreForm(form, profile), related })
}

function failing(rule: ReviewRule, example: Example, path: string): string {
  const finding = judged(rule, example).findings.find((f) => f.path === path)
  if (!finding) throw new Error(`${rule.id}: no finding at ${path}`)
  return `- ${shown(example.form, finding)}${from(example)}\n  提示：${escaped(finding.message)}${finding.arithmetic ? `\n  算式：${escaped(finding.arithmetic)}` : ''}`
}

/** The place in words and what is printed there. */
function shown(form: Form, { path, indicator, quote }: Finding): string {
  const printed = quote ?? printedAt(form, path)
  const place = indicator ?? form.project?.name ?? form.department?.name ?? '表'
  return `“${escaped(place)}”${printed === null || printed === place ? '' : `：${escaped(printed)}`}`
}

function passing(example: Example): string {
  const { form } = example
  const [first] = form.indicators
  const row = [first?.name, first?.target.text, first?.actual?.text].filter(Boolean).join('｜')
  return `${escaped(form.project?.name ?? form.department?.name ?? form.title ?? '空表')}${row ? `（${escaped(row)}）` : ''}${from(example)}`
}

const reasons = (rule: ReviewRule, example: Example): string =>
  [...new Set(judged(rule, example).notChecked.map((n) => n.reason))].map(escaped).join('；')

const from = ({ from: place }: Example): string => (place ? `（实例，${place}）` : '')
const escaped = (text: string): string => text.replace(/\s+/g, ' ').replace(/[|<>*_`]/g, (sign) => `\\${sign}`)

if (import.meta.main) {
  const folder = join(import.meta.dirname, '..', 'docs', 'rules')
  mkdirSync(folder, { recursive: true })
  const pages = rulePages()
  for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(join(folder, name))
  for (const [name, text] of pages) writeFileSync(join(folder, name), text)
}
