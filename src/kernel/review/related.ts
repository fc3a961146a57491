// What a rule may need beside the form: other forms, and facts no form carries. Each is absent until somebody gives it.
import type { Form } from '../form/form.ts'

/** One round of monitoring of a project. Days are ISO dates; null = not known or did not happen. */
export type MonitoringRound = {
  readonly form: Form
  /** Last month the figures cover: 7 for 1—7月. */
  readonly throughMonth: number | null
  readonly dueOn: string | null
  readonly submittedOn: string | null
  /** Day the project was warned about; null = no warning. */
  readonly warnedOn: string | null
  /** Day the warning was dealt with; null = open. */
  readonly settledOn: string | null
  /** Whether an adjustment or reduction of the project was applied for; null = not known. */
  readonly adjustmentApplied: boolean | null
}

/** What is known about making a form public. Days are ISO dates. */
export type Publication = {
  /** Day budget or final accounts were approved; null = not yet. */
  readonly approvedOn: string | null
  /** Day the form was published; null = not published. */
  readonly publishedOn: string | null
  /** 不公开原因. */
  readonly withheldBecause: string | null
  /** Content hash of the approved (final) and of the published version. */
  readonly approvedHash: string | null
  readonly publishedHash: string | null
  /** Amounts named in the explanation published with the form. */
  readonly statedAmounts: readonly StatedAmount[]
}

export type StatedAmount = {
  /** The sentence it stands in. */
  readonly text: string
  readonly value: string
  /** null = not printed. */
  readonly unit: '元' | '万元' | null
  /** 'annual' = of `year`; 'cumulative' = of several years or the whole project; null = not said. */
  readonly span: 'annual' | 'cumulative' | null
  readonly year: number | null
}

/** A budget unit of the unit tree. */
export type OrganisationUnit = { readonly code: string; readonly name: string }

/** A project that must be monitored and evaluated. */
export type RegisteredProject = { readonly name: string; readonly unit: string }

/** 整改: a problem to be put right. Days are ISO dates. */
export type Rectification = {
  readonly problem: string
  readonly dueOn: string
  readonly closedOn: string | null
}

/** 佐证: what backs an indicator's result. */
export type Evidence = {
  readonly indicator: string
  readonly files: number
  /** 取值方式: 直接证明, 情况统计, 情况说明, 问卷调查, 趋势判断; null = not said. */
  readonly method: string | null
}

/** Indicators the giver of a transfer prescribes for its receivers. */
export type Prescription = { readonly fund: string; readonly indicators: readonly string[]; readonly source: string }

export type Related = {
  /** The same project (department) a year before; its self-evaluation where there is one, else its target form. */
  readonly lastYear?: Form
  /** The target form of the same project and year. */
  readonly approvedTarget?: Form
  /** All forms of the same office or its department, year and stage, this form (or its equal) among them, in the order given. */
  readonly siblings?: readonly Form[]
  /** Forms of the receivers below, for a form of a transfer's region. */
  readonly lowerForms?: readonly Form[]
  readonly monitoring?: readonly MonitoringRound[]
  readonly publication?: Publication
  readonly organisations?: readonly OrganisationUnit[]
  readonly projects?: readonly RegisteredProject[]
  readonly rectifications?: readonly Rectification[]
  readonly evidence?: readonly Evidence[]
  readonly prescriptions?: readonly Prescription[]
  /** The day of the check (ISO); the kernel has no clock. */
  readonly today?: string
}

export type Need = keyof Related

/** What is needed, in words. */
export const needLabel: Readonly<Record<Need, string>> = {
  lastYear: '同一项目上年的表',
  approvedTarget: '批复的目标表',
  siblings: '同一单位的其他表',
  lowerForms: '下级单位的目标表',
  monitoring: '绩效监控资料',
  publication: '批复与公开资料',
  organisations: '预算单位名录',
  projects: '应监控和自评的项目名录',
  rectifications: '整改台账',
  evidence: '佐证材料清单',
  prescriptions: '上级下达的必设指标',
  today: '检查日期',
}

/** Why a rule could not check, by what it missed: said here once for all rules. */
export const missingReason: Readonly<Record<Need, string>> = {
  lastYear: '没有找到同一项目上年的自评表或目标表，请与上年的表一起检查',
  approvedTarget: '没有找到同一项目本年批复的目标表，请与目标表一起检查',
  siblings: '没有同一单位的其他表，请与同一单位的各项目表一起检查',
  lowerForms: '没有下级单位的区域绩效目标表',
  monitoring: '没有本项目的绩效监控资料',
  publication: '没有批复与公开的日期、版本等资料',
  organisations: '没有预算单位名录',
  projects: '没有应当监控和自评的项目名录',
  rectifications: '没有整改台账',
  evidence: '没有佐证材料清单',
  prescriptions: '没有上级下达的必设指标',
  today: '没有给出检查日期',
}

/** The first thing a rule needs that is not there. */
export const missing = (related: Related, needs: readonly Need[]): Need | undefined =>
  needs.find((need) => related[need] === undefined)
