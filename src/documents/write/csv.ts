// Forms → one line per indicator, for spreadsheets and statistics programs.
import type { Form, Indicator } from '../../kernel/form/form.ts'

type Value = string | number | null | undefined

const COLUMNS: readonly (readonly [string, (form: Form, row: Indicator | null) => Value])[] = [
  ['年度', (form) => form.year],
  ['主管部门', (form) => form.department?.name],
  ['单位编码', (form) => form.unit?.code ?? form.department?.code],
  ['实施单位', (form) => form.unit?.name],
  ['项目名称', (form) => form.project?.name],
  ['一级指标', (_, row) => row?.dimension],
  ['二级指标', (_, row) => row?.aspect],
  ['三级指标', (_, row) => row?.name],
  ['绩效指标描述', (_, row) => row?.description],
  ['指标性质', (_, row) => row?.nature],
  ['指标方向', (_, row) => row?.direction],
  ['指标值', (_, row) => row?.target.text],
  ['计量单位', (_, row) => row?.measureUnit],
  ['实际完成值', (_, row) => row?.actual?.text],
  ['分值', (_, row) => row?.weight],
  ['得分', (_, row) => row?.score],
  ['偏差原因分析', (_, row) => row?.deviation],
  ['总得分', (form) => form.totals.score],
  ['评分等级', (form) => form.grade],
]

const encoder = new TextEncoder()

/** With a byte order mark, without which Excel takes the file for GBK. A form without indicators is one line. */
export function* writeCsv(forms: Iterable<Form>): Generator<Uint8Array> {
  yield encoder.encode(`\ufeff${COLUMNS.map(([title]) => title).join(',')}\r\n`)
  for (const form of forms) {
    const rows = form.indicators.length > 0 ? form.indicators : [null]
    const lines = rows.map((row) => COLUMNS.map(([, value]) => csvCell(value(form, row))).join(','))
    yield encoder.encode(`${lines.join('\r\n')}\r\n`)
  }
}

/** A spreadsheet runs a cell that begins like a formula; an apostrophe makes it text. Plain numbers stay numbers. */
export function csvCell(value: Value): string {
  if (value === null || value === undefined) return ''
  const text = String(value)
  const runs = /^\s*[=+\-@\t\r＝＋－＠]/.test(text) && !/^[-+]?\d+(\.\d+)?$/.test(text)
  const safe = runs ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
