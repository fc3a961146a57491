// Forms → Excel: one sheet a form, merged like the paper; numbers are numbers, every field can be found again by its name.
import type { Form } from '../../kernel/form/form.ts'
import { InputProblem } from '../input-problem.ts'
import { printout } from './printout.ts'
import { type DefinedName, MARK, sheetNames } from './xlsx-names.ts'
import { sheetXml } from './xlsx-sheet.ts'
import { newStyles } from './xlsx-styles.ts'
import { XML_HEAD, xmlText } from './xml.ts'
import { type Part, zipped } from './zip-stream.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** A workbook of the forms, in pieces. Throws `InputProblem` for a form without layout, a text Excel cannot hold, or no form at all. */
export const writeXlsx = (forms: Iterable<Form>): Iterable<Uint8Array> => zipped(parts(forms, {}))

/** The same for one form, with marks a program finds again: hidden names whose texts Excel and WPS keep. */
export const writeMarkedXlsx = (form: Form, marks: Readonly<Record<string, string>>): Iterable<Uint8Array> =>
  zipped(parts([form], marks))

/** What is known of the workbook once its sheets are written. */
type Book = {
  readonly sheets: string[]
  readonly names: DefinedName[]
  readonly marks: Readonly<Record<string, string>>
}

function* parts(forms: Iterable<Form>, marks: Book['marks']): Generator<Part> {
  const book: Book = { sheets: [], names: [], marks }
  const styles = newStyles()
  const nameOf = sheetNames()
  yield { name: '_rels/.rels', chunks: [relations([['officeDocument', 'xl/workbook.xml']])] }
  for (const form of forms) {
    const sheet = book.sheets.length
    const name = nameOf(form.project?.name ?? form.unit?.name ?? form.department?.name ?? '绩效表')
    const written = sheetXml(printout(form), name, styles, sheet === 0)
    book.sheets.push(name)
    for (const defined of written.names) book.names.push({ ...defined, sheet })
    yield { name: `xl/worksheets/sheet${sheet + 1}.xml`, chunks: [XML_HEAD, written.xml] }
  }
  if (book.sheets.length === 0) throw new InputProblem('no-form', '没有可输出的绩效表')
  yield { name: 'xl/styles.xml', chunks: [styles.xml()] }
  yield { name: 'xl/workbook.xml', chunks: workbookXml(book) }
  const sheets = book.sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const)
  yield { name: 'xl/_rels/workbook.xml.rels', chunks: [relations([...sheets, ['styles', 'styles.xml']])] }
  yield { name: '[Content_Types].xml', chunks: contentTypes(book) }
}

const relations = (targets: readonly (readonly [string, string])[]): string =>
  `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

function* workbookXml({ sheets, names, marks }: Book): Generator<string> {
  yield `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>`
  for (const [i, name] of sheets.entries())
    yield `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`
  yield '</sheets>'
  const marked = Object.entries(marks)
  if (names.length + marked.length > 0) yield '<definedNames>'
  for (const [name, text] of marked)
    yield `<definedName name="${MARK}${name}" hidden="1">"${xmlText(text.replaceAll('"', '""'))}"</definedName>`
  for (const { name, sheet, range } of names) {
    const hidden = name.startsWith('_xlnm.') ? '' : ' hidden="1"'
    yield `<definedName name="${name}" localSheetId="${sheet}"${hidden}>${xmlText(range)}</definedName>`
  }
  if (names.length + marked.length > 0) yield '</definedNames>'
  yield '</workbook>'
}

function* contentTypes({ sheets }: Book): Generator<string> {
  yield `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">`
  yield '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
  yield '<Default Extension="xml" ContentType="application/xml"/>'
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${TYPE}.${type}+xml"/>`
  yield override('workbook', 'sheet.main') + override('styles', 'styles')
  for (const i of sheets.keys()) yield override(`worksheets/sheet${i + 1}`, 'worksheet')
  yield '</Types>'
}
