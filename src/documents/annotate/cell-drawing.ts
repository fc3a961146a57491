// The boxes comments of a sheet are shown in: an old drawing format that Excel and WPS still need.
import { cellPlace } from '../workbook/sheet.ts'
import { spliced } from './splice.ts'
import { byteText } from './tags.ts'

const NAMESPACES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"'
/** Every drawing has a block of this many numbers for its shapes. */
const BLOCK = 1024

/** `number`: of the drawing in its workbook, from 1. */
export function newDrawing(cells: readonly string[], number: number): Uint8Array {
  const kind =
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
  const layout = `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${number}"/></o:shapelayout>`
  const boxes = cells.map((cell, i) => box(cell, number * BLOCK + 1 + i, '')).join('')
  return Buffer.from(`<xml ${NAMESPACES}>${layout}${kind}${boxes}</xml>`)
}

/** Adds boxes behind those that are there. Such drawings are often no sound XML: only their end is looked for. */
export function addToDrawing(bytes: Uint8Array, cells: readonly string[]): Uint8Array {
  const text = byteText(bytes)
  const end = text.lastIndexOf('</')
  if (end < 0 || cells.length === 0) return bytes
  const numbers = [...text.matchAll(/_x0000_s(\d{1,9})/g)].map((found) => Number(found[1]))
  const first = numbers.reduce((most, number) => Math.max(most, number), BLOCK) + 1
  const boxes = cells.map((cell, i) => box(cell, first + i, ` ${NAMESPACES}`)).join('')
  return spliced(bytes, [{ at: end, insert: boxes }])
}

/** Hidden until the pointer rests on the cell; three columns wide beside it. */
function box(cell: string, number: number, namespaces: string): string {
  const { row = 1, column = 0 } = cellPlace(cell) ?? {}
  const anchor = [column + 1, 15, Math.max(0, row - 2), 10, column + 4, 15, row + 7, 4].join(', ')
  return [
    `<v:shape${namespaces} id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:240pt;height:130pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">`,
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>',
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>',
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>',
    `<x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column>`,
    '</x:ClientData></v:shape>',
  ].join('')
}
