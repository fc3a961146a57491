// 审核报告: what a check found in a document, as a reviewer reads and signs it. Pure: the day of the review is given.
import { kindLabel } from '../form/kind-label.ts'
import { profileOf } from '../profile/choose.ts'
import { colorLabel } from '../review/light.ts'
import { countOf, severities, severityLabel } from '../review/words.ts'
import { type Block, type BlockCell, cell } from './block.ts'
import { findingBlocks } from './findings.ts'
import type { ReportedForm } from './reported-form.ts'
import { scoreBlocks } from './scores.ts'
import { unclearBlocks } from './unclear.ts'

export type ReportInput = {
  /** Name of the file. */
  readonly source: string
  readonly forms: readonly ReportedForm[]
  /** What concerns the document as a whole: hidden sheets, damaged parts. */
  readonly notes: readonly string[]
  /** Day of the review, ISO: 2026-11-21. */
  readonly on: string
  /** Version of the program. */
  readonly version: string
}

export function reviewReport(input: ReportInput): readonly Block[] {
  const names = namesOf(input.forms)
  const titled = input.forms.map((reported, i) => ({ ...reported, title: `${i + 1}．${names[i] ?? ''}` }))
  return [
    { kind: 'title', text: '绩效表审核报告' },
    facts(input),
    ...numbered([
      ['总体情况', summary(input)],
      ['审核发现', titled.flatMap((form) => [formHeading(form.title), ...findingBlocks(form)])],
      [
        '得分复算',
        titled
          .filter(({ check }) => check.scores.length > 0)
          .flatMap((form) => [formHeading(form.title), ...scoreBlocks(form)]),
      ],
      ['未能检查和未能读出的内容', unclearBlocks(input.forms)],
      ['审核依据', basisBlocks(input.forms)],
      ['审核意见', [signatures]],
    ]),
  ]
}

const formHeading = (text: string): Block => ({ kind: 'heading', level: 2, text })

/** Parts with their numbers; one that has nothing in it is left out, heading and all. */
const numbered = (parts: readonly (readonly [title: string, blocks: readonly Block[]])[]): readonly Block[] =>
  parts
    .filter(([, blocks]) => blocks.length > 0)
    .flatMap(([title, blocks], i) => [
      { kind: 'heading', level: 1, text: `${'一二三四五六'.charAt(i)}、${title}` },
      ...blocks,
    ])

/** The documents the findings rest on, by their full names. */
function basisBlocks(forms: readonly ReportedForm[]): readonly Block[] {
  const named = forms.flatMap(({ check }) => check.findings.map(({ basis }) => basis))
  return [...new Set(named)].sort().map((text, i): Block => ({ kind: 'paragraph', text: `${i + 1}．${text}` }))
}

/** Name of the project, of the department for a department's form, else the form's title. */
const nameOf = ({ form, check }: ReportedForm): string =>
  (check.project ?? form.title ?? kindLabel[form.kind]).replace(/\s+/g, '')

/** The names, with year and kind where the report is about forms of several. */
function namesOf(forms: readonly ReportedForm[]): readonly string[] {
  const suffixes = forms.map(({ form }) => `${form.year === null ? '' : `${form.year}年`}${kindLabel[form.kind]}`)
  const [years, kinds] = [
    new Set(forms.flatMap(({ form }) => form.year ?? [])),
    new Set(forms.map(({ form }) => form.kind)),
  ]
  const mixed = years.size > 1 || kinds.size > 1
  return forms.map((reported, i) => (mixed ? `${nameOf(reported)}（${suffixes[i] ?? ''}）` : nameOf(reported)))
}

const distinct = (texts: readonly (string | null | undefined)[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => (text == null || text.trim() === '' ? [] : text.replace(/\s+/g, '')))),
]

function facts({ source, forms, on, version }: ReportInput): Block {
  const units = distinct(forms.map(({ form }) => form.unit?.name ?? form.department?.name))
  const years = distinct(forms.map(({ form }) => (form.year === null ? null : String(form.year)))).toSorted()
  const kinds = distinct(forms.map(({ form }) => kindLabel[form.kind]))
  const profiles = distinct(forms.map(({ check }) => check.profile)).map(
    (id) => `${profileOf(id)?.title ?? id}（${id}）`,
  )
  const [year, month, day] = on.split('-').map(Number)
  const rows: readonly (readonly [string, string])[] = [
    ['审核文件', source],
    [
      '单位',
      units.length > 3 ? `${units.slice(0, 3).join('、')}等 ${units.length} 个单位` : units.join('、') || '表上未写明',
    ],
    ['年度和表种', `${years.length === 0 ? '表上未写明年度' : `${years.join('、')} 年度`}；${kinds.join('、')}`],
    ['绩效表', `${forms.length} 张，三级指标 ${forms.reduce((n, { form }) => n + form.indicators.length, 0)} 条`],
    ['审核口径', profiles.join('；')],
    ['审核日期', `${year}年${month}月${day}日`],
    ['审核工具', `衡绩 ${version}，按规则逐条检查；下列意见由程序提出，由审核人确认`],
  ]
  return {
    kind: 'table',
    widths: [180, 820],
    head: null,
    rows: rows.map(([label, text]) => [{ lines: [{ text: label, bold: true }], align: 'center' }, cell(text)]),
  }
}

function summary({ forms, notes }: ReportInput): readonly Block[] {
  const findings = forms.flatMap(({ check }) => check.findings)
  const counts = severities.map((severity) => `${severityLabel[severity]} ${countOf(findings, severity)} 处`)
  const clean = forms.filter(({ check }) => countOf(check.findings, 'error') === 0).length
  const scored = forms.filter(({ check }) => check.total.printed !== null && check.total.computed !== null)
  const wrong = scored.filter(({ check }) => Number(check.total.printed) !== Number(check.total.computed)).length
  const totals =
    scored.length === 0
      ? ''
      : `有总分的 ${scored.length} 张表中，${wrong === 0 ? '总分全部' : `${scored.length - wrong} 张总分`}与复算一致${wrong === 0 ? '' : `，${wrong} 张不一致`}。`
  return [
    {
      kind: 'paragraph',
      text: `共审核 ${forms.length} 张绩效表，发现${counts.join('、')}；${clean === 0 ? '每张都有须改正的错误' : `${clean} 张没有错误`}。${totals}“错误”须改正后报送，“警告”须改正或说明，“建议”供参考。`,
    },
    ...notes.map((note): Block => ({ kind: 'paragraph', text: `文件说明：${note}` })),
    forms.some(({ check }) => check.total.printed !== null || check.total.computed !== null)
      ? scoredTable(forms, namesOf(forms))
      : plainTable(forms, namesOf(forms)),
  ]
}

const counted = ({ check }: ReportedForm): readonly BlockCell[] =>
  severities.map((severity) => cell(String(countOf(check.findings, severity)), 'center'))

const plainTable = (forms: readonly ReportedForm[], names: readonly string[]): Block => ({
  kind: 'table',
  widths: [60, 520, 90, 90, 90, 150],
  head: ['序号', '项目', '错误', '警告', '建议', '未能检查'],
  rows: forms.map((reported, i) => [
    cell(String(i + 1), 'center'),
    cell(names[i] ?? ''),
    ...counted(reported),
    cell(String(reported.check.notChecked.length), 'center'),
  ]),
})

const scoredTable = (forms: readonly ReportedForm[], names: readonly string[]): Block => ({
  kind: 'table',
  widths: [55, 285, 70, 70, 70, 170, 160, 120],
  head: ['序号', '项目', '错误', '警告', '建议', '总分\n填报／复算', '等级\n填报／复算', '得分与执行'],
  rows: forms.map((reported, i) => {
    const { total, grade, lights } = reported.check
    const light = lights.find(({ light }) => light === 'consistency')
    return [
      cell(String(i + 1), 'center'),
      cell(names[i] ?? ''),
      ...counted(reported),
      cell(`${total.printed ?? '—'}／${total.computed ?? '—'}`, 'center'),
      cell(`${grade.printed ?? '—'}／${grade.computed ?? '—'}`, 'center'),
      cell(light === undefined ? '—' : light.color === null ? '不能判断' : colorLabel[light.color], 'center'),
    ]
  }),
})

const signatures: Block = {
  kind: 'signatures',
  opinion: '审核意见',
  choices: ['审核通过', '修改后重新报送', '退回'],
  lines: ['审核人（签字）', '复核人（签字）', '审核单位（盖章）', '日期'],
}
