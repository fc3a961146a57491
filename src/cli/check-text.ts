// A check as text for a terminal of 100 columns: the forms at a glance, then each with its findings and its scores.
import type { CheckedDocument } from '../api/check.ts'
import type { CheckedForm } from '../api/forms.ts'
import { fieldWords } from '../kernel/layout/field-words.ts'
import type { FormCheck } from '../kernel/review/check.ts'
import { colorLabel } from '../kernel/review/light.ts'
import type { Finding } from '../kernel/review/review-rule.ts'
import {
  arithmeticText,
  byGravity,
  computedText,
  countOf,
  differs,
  findingText,
  isScored,
  lightText,
  missedReasons,
  severities,
  severityLabel,
  shortBasis,
  totalText,
} from '../kernel/review/words.ts'
import { derivationLines } from './derivation-text.ts'
import { hanging, table } from './table.ts'

/** `explain`: how every number came about, too. */
export function readableDocument({ source, forms, notes }: CheckedDocument, explain = false): string {
  const findings = forms.flatMap(({ check }) => check.findings)
  const counts = severities.map((severity) => `${severityLabel[severity]} ${countOf(findings, severity)}`)
  return [
    `${source}：${forms.length} 张表，${counts.join('，')}`,
    ...notes.map((note) => hanging('说明：', note)),
    ...(forms.length > 1 ? [overview(forms)] : []),
    ...forms.map((form, i) => readableForm(form, i + 1, explain)),
  ].join('\n\n')
}

const nameOf = ({ project }: FormCheck): string => project?.replace(/\s+/g, '') ?? '（无项目名称）'

function overview(forms: readonly CheckedForm[]): string {
  const scored = forms.some(({ check }) => isScored(check))
  return table(
    [
      { title: '序号', max: 4, align: 'right' },
      { title: '项目', max: scored ? 42 : 62 },
      ...severities.map((severity) => ({ title: severityLabel[severity], max: 4, align: 'right' as const })),
      ...(scored
        ? ([
            { title: '填报／复算', max: 14 },
            { title: '得分与执行', max: 10 },
          ] as const)
        : []),
    ],
    forms.map(({ check }, i) => [
      String(i + 1),
      nameOf(check),
      ...severities.map((severity) => String(countOf(check.findings, severity))),
      ...(scored ? [`${check.total.printed ?? '—'}／${check.total.computed ?? '—'}`, lightOf(check)] : []),
    ]),
  )
}

const lightOf = ({ lights }: FormCheck): string => {
  const color = lights.find(({ light }) => light === 'consistency')?.color
  return color === undefined ? '—' : color === null ? '不能判断' : colorLabel[color]
}

function readableForm({ form, check }: CheckedForm, no: number, explain: boolean): string {
  const differing = check.scores.filter(differs)
  return [
    hanging(`${no}. `, `${nameOf(check)}（口径 ${check.profile}）`),
    ...(isScored(check) ? [`   ${totalText(check)}`] : []),
    ...check.lights.map((light) => hanging('   ', lightText(light))),
    ...readableFindings({ form, check }),
    ...(differing.length > 0
      ? ['', '   复算与填报不一致：', scoreTable({ form, check: { ...check, scores: differing } }), '']
      : []),
    ...(explain ? derivationLines({ form, check }) : []),
    ...notChecked(check),
    `   通过 ${check.passed} 条规则`,
  ].join('\n')
}

const INDENT = ' '.repeat(10)

/** What findings of one rule advise is said once below them. */
function readableFindings({ form, check }: CheckedForm): readonly string[] {
  const groups: Finding[][] = []
  for (const finding of byGravity(check.findings)) {
    const last = groups.at(-1)
    if (last?.[0]?.rule === finding.rule && last[0].fix === finding.fix) last.push(finding)
    else groups.push([finding])
  }
  return groups.flatMap((group) => {
    const [first] = group
    return first === undefined
      ? []
      : [...group.flatMap((finding) => readableFinding(finding, fieldWords(form, finding.path))), ...advice(first)]
  })
}

const readableFinding = (finding: Finding, place: string): readonly string[] => [
  hanging(`   [${severityLabel[finding.severity]}] `, `${finding.rule} ${findingText(finding)}`, INDENT),
  hanging(`${INDENT}位置：`, place),
  ...(finding.arithmetic === null ? [] : [hanging(`${INDENT}算式：`, finding.arithmetic)]),
]

const advice = ({ fix, basis }: Finding): readonly string[] => [
  hanging(`${INDENT}建议：`, fix),
  `${INDENT}依据：${shortBasis(basis)}`,
]

const scoreTable = ({ form, check }: CheckedForm): string =>
  table(
    [
      { title: '位置', max: 36 },
      { title: '填报', max: 8, align: 'right' },
      { title: '复算', max: 12, align: 'right' },
      { title: '算式', max: 34 },
    ],
    check.scores.map((score) => [
      score.indicator ?? fieldWords(form, score.path),
      score.printed,
      computedText(score),
      arithmeticText(score),
    ]),
  ).replace(/^/gm, '   ')

function notChecked({ notChecked: all }: FormCheck): readonly string[] {
  const missed = missedReasons(all)
  if (missed.length === 0) return []
  return ['   未能检查：', ...missed.map(({ reason, rules }) => hanging('     ', `${reason}（${rules.join('、')}）`))]
}
