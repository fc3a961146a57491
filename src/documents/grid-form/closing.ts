// Below the indicators: conclusions in labelled rows, and lines such as 填报人：…　联系电话：…
import { closingFields } from '../../kernel/layout/layout.ts'
import type { Cell, Row } from '../grid.ts'
import { isBeside, isLabel } from '../labels.ts'
import { labelKey, numberText, tidy } from '../text.ts'
import { addDoubt, type Draft, putRemark, takeText } from './draft.ts'
import { isFooter } from './footer.ts'

/** Lines looked at behind the last row that said something: the report around the form begins there. */
const FAR = 3

export function readClosing(rows: readonly Row[], draft: Draft): void {
  let silent = 0
  for (const row of rows) {
    const filled = row.filter((cell) => labelKey(cell.text) !== '')
    if (filled.length === 0 || isFooter(row, new Map(), draft)) continue
    const [only] = filled
    const found = only !== undefined && filled.length === 1 ? lineOf(only, draft) : rowOf(filled, draft)
    for (const { label, cell } of found) putClosing(draft, label, cell)
    const isOurs = found.length > 0 || (only !== undefined && isBeside(labelKey(only.text), draft.layout))
    silent = isOurs ? 0 : silent + 1
    if (silent >= FAR) return
  }
}

type Labelled = { readonly label: string; readonly cell: Cell }

/** Labels beside their texts; a label nobody knows counts where it stands alone beside one text. */
function rowOf(filled: readonly Cell[], draft: Draft): readonly Labelled[] {
  const isKnown = (cell: Cell): boolean => isBeside(labelKey(cell.text), draft.layout)
  const known = filled.flatMap((cell, i): Labelled[] => {
    const next = filled[i + 1]
    return isKnown(cell) && next !== undefined && !isKnown(next) ? [{ label: cell.text, cell: next }] : []
  })
  const [label, cell] = filled
  if (known.length > 0 || label === undefined || cell === undefined) return known
  const isOwn =
    filled.length === 2 && labelKey(label.text).length <= 20 && /^[\p{Script=Han}、，（）()：:\s]+$/u.test(label.text)
  return isOwn && !/指标$/.test(labelKey(label.text)) && numberText(cell.text) === null && !isKnown(label)
    ? [{ label: label.text, cell }]
    : []
}

/** 填报人：张三　联系电话：0000: every known label with what stands up to the next one. */
function lineOf(cell: Cell, { layout }: Draft): readonly Labelled[] {
  const marks = [...cell.text.matchAll(/([\p{Script=Han}]{2,12}(?:[（(][^（）()]{1,8}[）)])?)\s*[：:]/gu)]
  const known = marks.filter(([, label = '']) => isBeside(labelKey(label), layout))
  return known.flatMap((mark, i) => {
    const text = tidy(cell.text.slice(mark.index + mark[0].length, known[i + 1]?.index))
    return text === '' ? [] : [{ label: mark[1] ?? '', cell: { ...cell, text } }]
  })
}

function putClosing(draft: Draft, label: string, cell: Cell): void {
  const field = closingFields(draft.layout).find((candidate) => isLabel(labelKey(label), candidate))
  const name = field?.at.replace(/^remarks\./, '') ?? tidy(label).replace(/[\s.[\]：:]/g, '')
  const known = draft.form.remarks?.[name]
  if (known === undefined) putRemark(draft.form, name, takeText(draft, `remarks.${name}`, [cell]))
  else if (known !== tidy(cell.text)) addDoubt(draft, `remarks.${name}`, `“${name}”印了两处，只读入了前一处。`, cell)
}
