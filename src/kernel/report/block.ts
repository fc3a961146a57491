// What a report is made of, whatever file it becomes: headings, paragraphs, tables, lines to sign on.

/** Text of a cell: lines, each of which may be set off as a heading of the cell. */
export type CellLine = { readonly text: string; readonly bold?: boolean }
export type BlockCell = { readonly lines: readonly CellLine[]; readonly align?: 'left' | 'center' | 'right' }

export type Block =
  | { readonly kind: 'title'; readonly text: string }
  /** `level` 1 = a part of the report, 2 = one form. */
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** `widths` in thousandths of the text's width; `head` is repeated on every page (line feeds begin lines); null = no headings. */
  | {
      readonly kind: 'table'
      readonly widths: readonly number[]
      readonly head: readonly string[] | null
      readonly rows: readonly (readonly BlockCell[])[]
    }
  /** Lines to be filled in by hand: 审核人（签字）. Kept together on one page. */
  | {
      readonly kind: 'signatures'
      readonly opinion: string
      readonly choices: readonly string[]
      readonly lines: readonly string[]
    }

export const cell = (text: string, align: BlockCell['align'] = 'left'): BlockCell => ({ lines: [{ text }], align })
