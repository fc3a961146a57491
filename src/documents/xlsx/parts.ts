// The parts of an xlsx package beside its sheets: which sheets there are, shared texts and number formats.
import { builtinFormat } from '../workbook/builtin-formats.ts'
import { walkXml } from '../xml.ts'

export type SheetPart = { readonly name: string; readonly hidden: boolean; readonly part: string }
export type WorkbookPart = { readonly sheets: readonly SheetPart[]; readonly since1904: boolean }

export type Parts = ReadonlyMap<string, Uint8Array>

const OFF = new Set(['0', 'false', 'off'])
export const isOn = (value: string | undefined): boolean => value !== undefined && !OFF.has(value)

/** Relationship id or, with `byType`, the end of its type → the part it points to. */
function relationships(parts: Parts, of: string, byType = false): ReadonlyMap<string, string> {
  const slash = of.lastIndexOf('/')
  const folder = of.slice(0, slash + 1)
  const bytes = parts.get(`${folder}_rels/${of.slice(slash + 1)}.rels`)
  const found = new Map<string, string>()
  if (bytes === undefined) return found
  walkXml(bytes, {
    open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (name !== 'Relationship' || TargetMode === 'External') return
      const key = byType ? (Type.split('/').at(-1) ?? '') : Id
      if (!found.has(key)) found.set(key, resolved(folder, Target))
    },
  })
  return found
}

function resolved(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

const mainPart = (parts: Parts): string => relationships(parts, '', true).get('officeDocument') ?? 'xl/workbook.xml'

/** The sheets in the order of their tabs. */
export function readWorkbookPart(parts: Parts): WorkbookPart & { readonly strings: string; readonly styles: string } {
  const main = mainPart(parts)
  const byId = relationships(parts, main)
  const byType = relationships(parts, main, true)
  const sheets: SheetPart[] = []
  let since1904 = false
  walkXml(parts.get(main) ?? new Uint8Array(), {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') since1904 = isOn(attributes.date1904)
      if (tag !== 'sheet') return
      const id = Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1] ?? ''
      const { name = '', state = 'visible' } = attributes
      const part = byId.get(id) ?? `xl/worksheets/sheet${sheets.length + 1}.xml`
      // Chart and dialogue sheets hold no cells.
      if (!/\/(?:chart|dialog|macro)sheets\//.test(part)) sheets.push({ name, hidden: state !== 'visible', part })
    },
  })
  return {
    sheets,
    since1904,
    strings: byType.get('sharedStrings') ?? 'xl/sharedStrings.xml',
    styles: byType.get('styles') ?? 'xl/styles.xml',
  }
}

/** _x000D_ stands for a character that XML cannot hold. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

/** Rich text in one piece; how it is read aloud (rPh) is not printed. */
export function readSharedStrings(bytes: Uint8Array | undefined): readonly string[] {
  const strings: string[] = []
  if (bytes === undefined) return strings
  let pieces: string[] = []
  let inText = false
  let spoken = 0
  walkXml(bytes, {
    open: (name) => {
      if (name === 'si') pieces = []
      else if (name === 'rPh') spoken++
      else if (name === 't') inText = spoken === 0
    },
    text: (text) => {
      if (inText) pieces.push(text)
    },
    close: (name) => {
      if (name === 'si') strings.push(unescaped(pieces.length === 1 ? (pieces[0] ?? '') : pieces.join('')))
      else if (name === 'rPh') spoken--
      else if (name === 't') inText = false
    },
  })
  return strings
}

/** The format code of every cell style, in order. */
export function readFormats(bytes: Uint8Array | undefined): readonly string[] {
  const formats: string[] = []
  if (bytes === undefined) return formats
  const own = new Map<number, string>()
  let inCells = false
  walkXml(bytes, {
    open: (name, attributes) => {
      if (name === 'numFmt') own.set(Number(attributes.numFmtId), attributes.formatCode ?? 'General')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) {
        const id = Number(attributes.numFmtId ?? 0)
        formats.push(own.get(id) ?? builtinFormat(id))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats
}
