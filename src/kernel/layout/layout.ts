// A layout (版式): one official form as data. The readers find the fields with it, the page and the writers draw it.
import type { FormKind } from '../form/form.ts'

export type FieldFormat = 'text' | 'long-text' | 'amount' | 'rate' | 'points' | 'target' | 'actual' | 'date'

/** A printed label and the form field that stands beside or below it. */
export type Field = {
  /** As the official form prints it. */
  readonly label: string
  /** Other printed spellings that mean the same column or label. */
  readonly aliases?: readonly string[]
  /**
   * Path into the form ("project.name"), or into the row for table columns ("target", "initialBudget"). What the form
   * has no field for is a remark: "remarks.评分细则".
   */
  readonly at: string
  readonly format: FieldFormat
  /** Second field printed in the same cell after the first: 部门名称及编码. */
  readonly with?: string
}

/**
 * `width` = share of the table's width; the shares of a table add up to 100. `under`: heading that stands over this
 * column and its neighbours of the same name.
 */
export type Column = Field & { readonly width: number; readonly under?: string }

/** A pre-printed row of a money table. `label` is without 其中：; `within` says that the form prints 其中： before it. */
export type FundRow = {
  readonly label: string
  readonly aliases?: readonly string[]
  readonly scope: 'annual' | 'project'
  readonly level: number
  readonly within?: boolean
}

export type Section =
  /** Label–value pairs, one array a printed row. */
  | { readonly kind: 'pairs'; readonly rows: readonly (readonly Field[])[] }
  /**
   * The money table. `table`: column headings above, one printed row a fund row.
   * `side-by-side`: left the fund rows of scope project, right those of scope annual, one amount each.
   * `inline`: label–amount pairs on one row.
   */
  | {
      readonly kind: 'funds'
      readonly label: string
      readonly arrangement: 'table' | 'side-by-side' | 'inline'
      readonly columns: readonly Column[]
      readonly rows: readonly FundRow[]
      /** Purpose text printed under the amounts inside the block (天津). */
      readonly purpose?: Field
    }
  /** Goal texts: `across` = headings side by side with the texts below them; else label left, text right. */
  | {
      readonly kind: 'goals'
      readonly label: string
      readonly arrangement: 'across' | 'stacked'
      readonly fields: readonly Field[]
    }
  /**
   * 年度主要任务 of department forms. `total`: the row below the tasks whose amounts stand under the columns of the same
   * names; they are the form's money.
   */
  | {
      readonly kind: 'tasks'
      readonly label: string
      readonly columns: readonly Column[]
      readonly total?: { readonly label: string; readonly rows: readonly FundRow[] }
    }
  /** The indicator table; the columns named in `mergeDown` are merged over equal neighbours. */
  | {
      readonly kind: 'indicators'
      readonly label: string | null
      readonly columns: readonly Column[]
      readonly mergeDown: readonly string[]
      /** True where every goal has a block of its own, with the goal's heading at the left. */
      readonly blocks?: boolean
      /** Printed left of the columns of the same names in forms for several years: 中期 beside 年度. */
      readonly medium?: readonly Column[]
    }
  /** A text for every row and column, kept as remarks: 资金管理情况. The remark is named after row and column together. */
  | {
      readonly kind: 'statements'
      readonly label: string
      readonly columns: readonly string[]
      readonly rows: readonly string[]
    }
  /** The row with the sum of weights and the total score. */
  | { readonly kind: 'totals'; readonly label: string; readonly aliases?: readonly string[] }
  | { readonly kind: 'grade'; readonly label: string; readonly aliases?: readonly string[] }

export type Layout = {
  readonly id: string
  readonly kind: FormKind
  /** 表名, as printed; {project} stands for the project's name. */
  readonly title: string
  /** Other titles the form is published under. */
  readonly titleAliases: readonly string[]
  /** Place the form belongs to, for people; recognition never asks for it. */
  readonly region: string
  readonly basis: string
  readonly amountUnit: '元' | '万元'
  readonly orientation: 'portrait' | 'landscape'
  /** Line under the title: （{year}年度）; null where the form has none. */
  readonly period: string | null
  /** Line above the table: form paths printed at the left, text at the right ({unit} = 元 or 万元). */
  readonly caption?: { readonly left: readonly string[]; readonly right: string }
  readonly sections: readonly Section[]
  /** Labelled rows below the tables: conclusions, signatures. */
  readonly closing?: readonly (readonly Field[])[]
  /** What the form prints beside its fields, known so that it is never taken for a value: 情况说明. */
  readonly otherLabels?: readonly string[]
}

export const layout = (definition: Layout): Layout => definition

/** The first section of a kind; undefined where the form has none. */
export const sectionOf = <K extends Section['kind']>(of: Layout, kind: K): Extract<Section, { kind: K }> | undefined =>
  of.sections.find((s): s is Extract<Section, { kind: K }> => s.kind === kind)

export const statementPath = (row: string, column: string): string => `remarks.${row}${column}`

/** The columns of a table for several years: the first one, those of the medium term, those of the year. */
export const withMedium = ({ columns, medium }: Pick<IndicatorSection, 'columns' | 'medium'>): readonly Column[] =>
  medium === undefined ? columns : [...columns.slice(0, 1), ...medium, ...columns.slice(1)]

export type IndicatorSection = Extract<Section, { kind: 'indicators' }>

/** The money rows the form prints itself, in the money table or below the tasks. */
export const fundRowsOf = (layout: Layout): readonly FundRow[] =>
  sectionOf(layout, 'funds')?.rows ?? sectionOf(layout, 'tasks')?.total?.rows ?? []

export const closingFields = (layout: Layout): readonly Field[] => (layout.closing ?? []).flat()

/** Every printed spelling of a field's label. */
export const spellings = (field: {
  readonly label: string
  readonly aliases?: readonly string[]
}): readonly string[] => [field.label, ...(field.aliases ?? [])]
