// 项目: one identity over the years, whatever is done with it each year.

export type Project = {
  readonly id: string
  readonly organisationId: string
  /** 21 characters; '' = not given yet. */
  readonly code: string
  readonly name: string
  readonly nature: string | null
  readonly category: string | null
  /** First and last day of its life; null = not said. */
  readonly startsOn: string | null
  readonly endsOn: string | null
}

/** Money of one year and source, in 元. */
export type ProjectFund = { readonly year: number; readonly source: string; readonly amount: string }

/** Two names with one key are one project of a unit: blanks, brackets and widths are no difference. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s"'“”‘’()《》〈〉[\]【】]/g, '')
