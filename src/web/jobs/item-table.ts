// The outcomes of a job as a file Excel and WPS open: BOM, quoted cells, no cell that would be taken for a formula.
const formula = /^\s*[=+\-@\t\r＝＋－＠]/

const cell = (text: string): string => `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

export const itemTable = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
