// The form: one published table, as printed. Types, checks and the published JSON Schema all come from here.
import { z } from 'zod'

/** A decimal as printed, without thousands separators: "165448.00", "-0.01". */
const DecimalText = z.string().regex(/^[-+]?\d+(\.\d+)?$/)
/** null = absent in the source; nothing is inferred into a printed field. */
const Text = z.string().nullable()
const Amount = DecimalText.nullable()

/**
 * What a form prints beside the fields below, by its label or column heading as printed, without dots and square
 * brackets: 评价结论, 填报人, 评分细则. Absent where there is none; an empty place is no remark.
 */
export const Remarks = z.record(z.string(), z.string())
export type Remarks = z.infer<typeof Remarks>

export const FormKind = z.enum([
  'project-target-declaration',
  'project-target',
  'project-monitoring',
  'project-self-evaluation',
  'department-target',
  'department-self-evaluation',
  'transfer-target',
  'transfer-self-evaluation',
])
export type FormKind = z.infer<typeof FormKind>

export const Comparator = z.enum(['>=', '>', '=', '<', '<='])
export type Comparator = z.infer<typeof Comparator>

/** One of several values in a cell (厅局级≤550元/天/人、处级及以下≤500元/天/人). `rest` = the words that belong to it. */
export const ValuePart = z.object({ comparator: Comparator.nullable(), value: Amount, unit: Text, rest: Text })
export type ValuePart = z.infer<typeof ValuePart>

/** 年度指标值. `text` is the cell as printed; everything else is read from it. */
export const Target = z.object({
  text: Text,
  kind: z.enum(['quantitative', 'qualitative', 'date', 'mixed', 'blank']),
  comparator: Comparator.nullable(),
  value: Amount,
  /** As written in the value: 张, %, 个工作日每周. */
  unit: Text,
  /** Words kept beside the number. */
  rest: Text.optional(),
  /** The day that decides (ISO), where the words name one: 2024年12月底前 → 2024-12-31. */
  date: z.iso.date().optional(),
  /** The span that decides: 2023年三季度 → 2023-07-01 … 2023-09-30. */
  period: z.object({ from: z.iso.date(), to: z.iso.date() }).optional(),
  /** Every value of the cell, where there are several. */
  parts: z.array(ValuePart).optional(),
})
export type Target = z.infer<typeof Target>

/** 完成情况的定性档次: 达成 / 部分达成 / 未达成. */
export const Tier = z.enum(['achieved', 'partial', 'missed'])
export type Tier = z.infer<typeof Tier>

/** 实际完成值. */
export const Actual = z.object({ text: Text, value: Amount, unit: Text, tier: Tier.nullable(), rest: Text.optional() })
export type Actual = z.infer<typeof Actual>

/** Which row it is through all versions of a form that is filled in here; absent in a form read from a document. */
const RowKey = z.string().min(1).max(60).optional()

/** 绩效指标: one row of the indicator table. */
export const Indicator = z.object({
  key: RowKey,
  /** 一级指标 */
  dimension: Text,
  /** 二级指标 */
  aspect: Text,
  /** 三级指标 */
  name: Text,
  /** 绩效指标描述 */
  description: Text,
  target: Target,
  /** null where the form has no such column. */
  actual: Actual.nullable(),
  /** 分值 */
  weight: Amount,
  /** 得分 */
  score: Amount,
  /** 偏差原因分析及改进措施 */
  deviation: Text,
  /** 指标性质 (定量/定性) */
  nature: Text,
  /** 指标方向 (大于、小于或等于) */
  direction: Text,
  /** 计量单位 column */
  measureUnit: Text,
  /** Heading of the block of goals the row stands in, where a form has several: 年度绩效目标2（40分）. */
  goal: z.string().optional(),
  remarks: Remarks.optional(),
})
export type Indicator = z.infer<typeof Indicator>

/** 项目资金: one row of the money table, amounts in the form's `amountUnit`. */
export const Fund = z.object({
  /** Without 其中：. */
  label: z.string(),
  scope: z.enum(['annual', 'project']),
  /** 0 = total, 1 = part of it. */
  level: z.int().min(0),
  /** 年初预算数 (in target forms: the budget) */
  initialBudget: Amount,
  /** 全年预算数 (adjusted) */
  annualBudget: Amount,
  /** 全年执行数 */
  executed: Amount,
  weight: Amount,
  /** 执行率, in percent without the sign. */
  rate: Amount,
  score: Amount,
  remarks: Remarks.optional(),
})
export type Fund = z.infer<typeof Fund>

/** 年度主要任务 of a department form. */
export const Task = z.object({
  key: RowKey,
  name: Text,
  plan: Text,
  content: Text,
  completion: Text,
  remarks: Remarks.optional(),
})
export type Task = z.infer<typeof Task>

const Organisation = z.object({ code: Text, name: Text })

/** Where a field stands in the file it was read from. Pages, lines, paragraphs, tables, rows and columns count from 1. */
export const Source = z.object({
  page: z.int().min(1).optional(),
  line: z.int().min(1).optional(),
  /** Last line, where the field is wrapped over several. */
  lineEnd: z.int().min(1).optional(),
  /** Excel: "自评表!F12". Word and HTML: "table 2, row 5, cell 3" or "paragraph 7". */
  cell: z.string().optional(),
  /** PDF: the cell's box on its page in points, from the top left corner. */
  box: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).optional(),
  /** The source text, with its line breaks. */
  text: z.string(),
  /** How sure the reader is of a field, 0–1; left out where layout and cell are known. */
  certainty: z.number().min(0).max(1).optional(),
})
export type Source = z.infer<typeof Source>

/** Something the reader could not read or is not sure of; nothing is repaired or guessed. */
export const Doubt = z.object({
  /** The field concerned; null = the form as a whole. */
  path: z.string().nullable(),
  message: z.string(),
  line: z.int().min(1).optional(),
})
export type Doubt = z.infer<typeof Doubt>

/** What a form prints and the reader left out, because it is not sure what it is or where it belongs. */
export const NotRead = Source.omit({ certainty: true }).extend({
  /** The label or heading it stands beside or under. */
  label: Text,
  why: z.string(),
})
export type NotRead = z.infer<typeof NotRead>

export const Form = z.object({
  kind: FormKind,
  title: Text,
  year: z.int().min(1990).max(2100).nullable(),
  /** 'inferred' where the form does not print its year; it is then kept out of `year`. */
  yearSource: z.enum(['printed', 'inferred']).optional(),
  region: Text,
  /** 主管部门 */
  department: Organisation.nullable(),
  /** 实施单位 */
  unit: Organisation.nullable(),
  project: z
    .object({
      code: Text,
      name: Text,
      nature: Text,
      category: Text,
      start: Text,
      end: Text,
      /** 资金用途 */
      purpose: Text,
    })
    .nullable(),
  amountUnit: z.enum(['元', '万元']).nullable(),
  funds: z.array(Fund),
  goals: z.object({ overall: Text, annual: Text, expected: Text, actual: Text }),
  tasks: z.array(Task),
  indicators: z.array(Indicator),
  totals: z.object({ weight: Amount, score: Amount }),
  grade: Text,
  remarks: Remarks.optional(),
  /** The layout the form was read with; the page and the writers draw it with the same one. */
  layout: z.string().optional(),
  /** Field path → place in the file. */
  sources: z.record(z.string(), Source).optional(),
  doubts: z.array(Doubt).optional(),
  notRead: z.array(NotRead).optional(),
})
export type Form = z.infer<typeof Form>

/** What `read` answers for one file. */
export const FormDocument = z.object({ source: z.string(), forms: z.array(Form) })
export type FormDocument = z.infer<typeof FormDocument>
