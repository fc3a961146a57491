// A sheet as flat OpenDocument without results: an office program that opens it must compute every formula.
import type { FormSheet, SheetCell } from './workbook.ts'

const column = (ref: string): number => ref.charCodeAt(0) - 64

export function flatDocument({ cells }: FormSheet): string {
  const rows = Map.groupBy(Object.entries(cells), ([ref]) => Number(ref.slice(1)))
  const lines = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([, row]) => `<table:table-row>${cellsXml(row)}</table:table-row>`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="S">${lines.join('')}</table:table></office:spreadsheet></office:body></office:document>`
}

function cellsXml(row: readonly (readonly [ref: string, cell: SheetCell])[]): string {
  const byColumn = new Map(row.map(([ref, cell]) => [column(ref), cell]))
  return Array.from({ length: 7 }, (_, i) => cellXml(byColumn.get(i + 1))).join('')
}

function cellXml(cell: SheetCell | undefined): string {
  if (cell === undefined) return '<table:table-cell/>'
  if ('f' in cell) return `<table:table-cell table:formula="of:=${openFormula(cell.f)}"/>`
  return `<table:table-cell office:value-type="float" office:value="${cell.v}"/>`
}

/** B1:B3 → [.B1:.B3], commas between arguments → semicolons. */
const openFormula = (formula: string): string =>
  formula
    .replace(/([A-Z]\d+)(?::([A-Z]\d+))?/g, (_, from: string, to?: string) => `[.${from}${to ? `:.${to}` : ''}]`)
    .replaceAll(',', ';')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
