// The looks of cells in a workbook, numbered as they are first used.
import type { PrintCell } from './printout.ts'
import { XML_HEAD, xmlText } from './xml.ts'

export type Look = {
  readonly font: 'title' | 'line' | 'text' | 'small'
  readonly align: PrintCell['align']
  /** Where the text stands in a cell higher than it. */
  readonly at: 'top' | 'center'
  readonly border: 'all' | 'bottom' | 'none'
  /** Format of a number; null for text. */
  readonly number: string | null
  /** Text that would be taken for a formula when the cell is edited. */
  readonly quoted: boolean
}

export type Styles = { readonly of: (look: Look) => number; readonly xml: () => string }

const FONTS = { text: ['宋体', 10.5], title: ['方正小标宋简体', 18], line: ['宋体', 12], small: ['宋体', 9] } as const
const fontIds = Object.keys(FONTS)
const borderIds = ['none', 'all', 'bottom']
const TEXT_FORMAT = 49
const FIRST_OWN_FORMAT = 164

export function newStyles(): Styles {
  const looks = new Map<string, { readonly id: number; readonly look: Look }>()
  const of = (look: Look): number => {
    const key = `${look.font} ${look.align} ${look.at} ${look.border} ${look.number} ${look.quoted}`
    const known = looks.get(key)
    if (known !== undefined) return known.id
    // 0 is the look of cells nobody gave one.
    const id = looks.size + 1
    looks.set(key, { id, look })
    return id
  }
  return { of, xml: () => stylesXml([...looks.values()].map(({ look }) => look)) }
}

const element = (name: string, items: readonly string[]): string =>
  `<${name} count="${items.length}">${items.join('')}</${name}>`

function stylesXml(looks: readonly Look[]): string {
  const own = [...new Set(looks.flatMap((look) => look.number ?? []))]
  const format = (code: string | null): number => (code === null ? TEXT_FORMAT : FIRST_OWN_FORMAT + own.indexOf(code))
  const formats = own.map((code) => `<numFmt numFmtId="${format(code)}" formatCode="${xmlText(code)}"/>`)
  const fonts = Object.values(FONTS).map(
    ([name, size]) => `<font><sz val="${size}"/><name val="${name}"/><charset val="134"/></font>`,
  )
  const cells = looks.map(
    (look) =>
      `<xf numFmtId="${format(look.number)}" fontId="${fontIds.indexOf(look.font)}" fillId="0" borderId="${borderIds.indexOf(look.border)}" ` +
      `xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"${look.quoted ? ' quotePrefix="1"' : ''}>` +
      `<alignment horizontal="${look.align}" vertical="${look.at}" wrapText="1"/></xf>`,
  )
  const plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
  return [
    `${XML_HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
    formats.length > 0 ? element('numFmts', formats) : '',
    element('fonts', fonts),
    element('fills', [
      '<fill><patternFill patternType="none"/></fill>',
      '<fill><patternFill patternType="gray125"/></fill>',
    ]),
    element('borders', [borderXml([]), borderXml(['left', 'right', 'top', 'bottom']), borderXml(['bottom'])]),
    element('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
    element('cellXfs', [plain, ...cells]),
    element('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
    '</styleSheet>',
  ].join('')
}

const borderXml = (drawn: readonly string[]): string =>
  `<border>${['left', 'right', 'top', 'bottom']
    .map((side) => (drawn.includes(side) ? `<${side} style="thin"><color rgb="FF000000"/></${side}>` : `<${side}/>`))
    .join('')}<diagonal/></border>`
