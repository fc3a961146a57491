// Rows of texts as CSV that a spreadsheet opens as it stands.
import { csvCell } from './csv.ts'

const encoder = new TextEncoder()

/** With a byte order mark, without which Excel takes the file for GBK; no cell runs as a formula. */
export async function* writeCsvTable(
  titles: readonly string[],
  rows: AsyncIterable<readonly (string | number | null)[]>,
): AsyncGenerator<Uint8Array> {
  yield encoder.encode(`\ufeff${titles.map(csvCell).join(',')}\r\n`)
  for await (const row of rows) yield encoder.encode(`${row.map(csvCell).join(',')}\r\n`)
}
