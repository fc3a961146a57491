// Comma-separated text → records, as spreadsheets write it: quotes around cells with separators and line breaks.

export type CsvRecord = readonly string[]

/** No form has a tenth of it. */
const MOST_FIELDS = 300

/** At most `most` records. A quote that is never closed is an ordinary character. */
export function csvRecords(text: string, separator: string, most: number): readonly CsvRecord[] {
  const records: CsvRecord[] = []
  let record: string[] = []
  const endOf = nextEnd(text, separator)
  let at = text.startsWith('\ufeff') ? 1 : 0
  let unclosed = false
  while (at < text.length && records.length < most) {
    const closing = text[at] === '"' && !unclosed ? closingQuote(text, at) : -1
    if (text[at] === '"' && closing < 0) unclosed = true
    const end = endOf(closing < 0 ? at : closing + 1)
    const field =
      closing < 0 ? text.slice(at, end) : unquoted(text.slice(at + 1, closing)) + text.slice(closing + 1, end)
    if (record.length < MOST_FIELDS) record.push(field)
    at = end + 1
    if (text[end] === separator && at < text.length) continue
    if (text[end] === separator) record.push('')
    else if (text[end] === '\r' && text[end + 1] === '\n') at++
    records.push(record)
    record = []
  }
  return records
}

const unquoted = (text: string): string => (text.includes('""') ? text.replaceAll('""', '"') : text)

function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at
  return -1
}

/** Where the field ends that goes on at a place: at the next separator or line end. */
function nextEnd(text: string, separator: string): (from: number) => number {
  const ends = new RegExp(`[${separator}\\r\\n]`, 'g')
  return (from) => {
    ends.lastIndex = from
    return ends.exec(text)?.index ?? text.length
  }
}
