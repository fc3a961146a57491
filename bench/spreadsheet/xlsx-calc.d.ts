declare module 'xlsx-calc' {
  type Cell = { v?: unknown; f?: string; t?: string }
  /** Computes every formula of the workbook into the `v` of its cell. */
  export default function calculate(workbook: { Sheets: Record<string, Record<string, Cell>> }): void
}
