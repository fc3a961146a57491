/** What people said or did at a cell, beside what the rules found; each with the word shown for it. */
export type CellNote = {
  readonly changed?: { readonly label: string; readonly message: string }
  readonly commented?: string
  readonly failing?: string
}
