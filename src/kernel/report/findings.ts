// Findings of one form as a table: what and where, the arithmetic, what to do and on what basis.
import { fieldWords } from '../layout/field-words.ts'
import type { Finding } from '../review/review-rule.ts'
import {
  byGravity,
  findingFacts,
  findingText,
  isScored,
  lightText,
  severityLabel,
  shortBasis,
  totalText,
} from '../review/words.ts'
import type { Block, BlockCell, CellLine } from './block.ts'
import type { ReportedForm } from './reported-form.ts'

/** Longest quote of the form that is printed; a goal may fill a page by itself. */
const LONGEST = 60

export function findingBlocks({ form, check }: ReportedForm): readonly Block[] {
  const lines = [...(isScored(check) ? [totalText(check)] : []), ...check.lights.map(lightText)]
  const opening = lines.map((text): Block => ({ kind: 'paragraph', text: text.endsWith('。') ? text : `${text}。` }))
  if (check.findings.length === 0)
    return [...opening, { kind: 'paragraph', text: `没有发现问题，通过 ${check.passed} 条规则。` }]
  const rows = byGravity(check.findings).map((finding, i): readonly BlockCell[] => [
    { lines: [{ text: String(i + 1) }, { text: severityLabel[finding.severity], bold: true }], align: 'center' },
    { lines: placeLines(fieldWords(form, finding.path), finding) },
    { lines: [{ text: findingText(finding) }, ...fact(finding, '算式')] },
    { lines: [...fact(finding, '应为'), ...fact(finding, '建议'), basisLine(finding)] },
  ])
  return [
    ...opening,
    { kind: 'table', widths: [75, 215, 360, 350], head: ['序号', '位置和原文', '问题', '处理建议和依据'], rows },
    { kind: 'paragraph', text: `另有 ${check.passed} 条规则检查通过。` },
  ]
}

function placeLines(place: string, { quote }: Finding): readonly CellLine[] {
  const text = quote?.replace(/\s+/g, '') ?? ''
  if (text === '') return [{ text: place, bold: true }]
  const short = [...text].length > LONGEST ? `${[...text].slice(0, LONGEST).join('')}…` : text
  return [{ text: place, bold: true }, { text: `原文：${short}` }]
}

/** The full name stands at the end of the report. */
const basisLine = ({ basis, rule }: Finding): CellLine => ({ text: `依据：${shortBasis(basis)}（规则 ${rule}）` })

const fact = (finding: Finding, label: string): readonly CellLine[] =>
  findingFacts(finding)
    .filter((known) => known.label === label)
    .map(({ text }) => ({ text: `${label}：${text}` }))
