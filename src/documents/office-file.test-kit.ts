// What Word and Excel ask of a package before they open it: parts that are told and typed, elements in the order of
// ECMA-376 part 1 (transitional), and a few rules of theirs beside the schema. A slip is "unreadable content".
import { strFromU8, unzipSync } from 'fflate'
import { walkXml } from './xml.ts'

const list = (names: string): readonly string[] => names.split(/\s+/)

const RUN_CONTENT = list('t tab br cr fldChar instrText commentReference annotationRef drawing pict noBreakHyphen sym')
const BLOCKS = list('p tbl bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd sdt')
const IN_PARAGRAPH = [...list('r hyperlink proofErr ins del smartTag'), ...BLOCKS.slice(2)]
/** `free`: in any order, any number; else a sequence. Only what these files may hold: a new element is a new line here. */
type Rule = { readonly first?: readonly string[]; readonly free?: readonly string[]; readonly last?: readonly string[] }

const WORD: Readonly<Record<string, Rule>> = {
  document: { first: ['body'] },
  body: { free: BLOCKS, last: ['sectPr'] },
  p: { first: ['pPr'], free: IN_PARAGRAPH },
  hyperlink: { free: IN_PARAGRAPH },
  r: { first: ['rPr'], free: RUN_CONTENT },
  pPr: {
    first: list(
      'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
    ),
  },
  rPr: {
    first: list(
      'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
    ),
  },
  tabs: { free: ['tab'] },
  tbl: { first: list('tblPr tblGrid'), free: ['tr'] },
  tblPr: {
    first: list(
      'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
    ),
  },
  tblGrid: { free: ['gridCol'] },
  tblBorders: { first: list('top left start bottom right end insideH insideV') },
  tblCellMar: { first: list('top left start bottom right end') },
  tr: { first: list('tblPrEx trPr'), free: ['tc'] },
  trPr: {
    free: list(
      'cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden',
    ),
  },
  tc: { first: ['tcPr'], free: BLOCKS },
  tcPr: {
    first: list(
      'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers',
    ),
  },
  tcBorders: { first: list('top left start bottom right end insideH insideV tl2br tr2bl') },
  sectPr: {
    free: list('headerReference footerReference'),
    last: list(
      'footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
    ),
  },
  styles: { first: list('docDefaults latentStyles'), free: ['style'] },
  docDefaults: { first: list('rPrDefault pPrDefault') },
  rPrDefault: { first: ['rPr'] },
  pPrDefault: { first: ['pPr'] },
  style: {
    first: list(
      'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr',
    ),
    free: ['tblStylePr'],
  },
  settings: {
    first: list(
      'writeProtection view zoom mirrorMargins documentProtection defaultTabStop evenAndOddHeaders updateFields footnotePr endnotePr compat docVars rsids mathPr themeFontLang clrSchemeMapping decimalSymbol listSeparator',
    ),
  },
  compat: { free: ['compatSetting'] },
  fonts: { free: ['font'] },
  font: { first: list('altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic') },
  ftr: { free: BLOCKS },
  hdr: { free: BLOCKS },
  comments: { free: ['comment'] },
  comment: { free: BLOCKS },
}

const EXCEL: Readonly<Record<string, Rule>> = {
  workbook: {
    first: list(
      'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches extLst',
    ),
  },
  bookViews: { free: ['workbookView'] },
  sheets: { free: ['sheet'] },
  definedNames: { free: ['definedName'] },
  worksheet: {
    first: list(
      'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst',
    ),
  },
  sheetPr: { first: list('tabColor outlinePr pageSetUpPr') },
  sheetViews: { free: ['sheetView'] },
  sheetView: { first: ['pane'], free: ['selection'] },
  cols: { free: ['col'] },
  sheetData: { free: ['row'] },
  row: { free: ['c'] },
  c: { first: list('f v is') },
  is: { first: ['t'], free: ['r'] },
  mergeCells: { free: ['mergeCell'] },
  dataValidations: { free: ['dataValidation'] },
  dataValidation: { first: list('formula1 formula2') },
  headerFooter: { first: list('oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter') },
  styleSheet: {
    first: list('numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'),
  },
  numFmts: { free: ['numFmt'] },
  fonts: { free: ['font'] },
  font: { first: list('b i strike condense extend outline shadow u vertAlign sz color name family charset scheme') },
  fills: { free: ['fill'] },
  fill: { first: list('patternFill gradientFill') },
  borders: { free: ['border'] },
  border: { first: list('left right top bottom diagonal vertical horizontal') },
  left: { first: ['color'] },
  right: { first: ['color'] },
  top: { first: ['color'] },
  bottom: { first: ['color'] },
  cellStyleXfs: { free: ['xf'] },
  cellXfs: { free: ['xf'] },
  xf: { first: list('alignment protection') },
  cellStyles: { free: ['cellStyle'] },
  comments: { first: list('authors commentList') },
  authors: { free: ['author'] },
  commentList: { free: ['comment'] },
  comment: { first: ['text'] },
  text: { first: ['t'], free: ['r'] },
  r: { first: list('rPr t') },
  ThreadedComments: { free: ['threadedComment'] },
  threadedComment: { first: list('text mentions extLst') },
  personList: { free: ['person'] },
}

const PACKAGE: Readonly<Record<string, Rule>> = {
  Types: { free: list('Default Override') },
  Relationships: { free: ['Relationship'] },
}

/** Everything wrong with an Office file, in words; none where Word and Excel would open it. */
export function faultsIn(bytes: Uint8Array): readonly string[] {
  const parts = unzipSync(bytes)
  const rules = parts['xl/workbook.xml'] === undefined ? WORD : EXCEL
  const faults: string[] = []
  for (const [name, content] of Object.entries(parts)) {
    if (!/\.(xml|rels)$/.test(name)) continue
    const own = /\.rels$|^\[Content_Types\]/.test(name) ? PACKAGE : rules
    for (const fault of orderFaults(content, own)) faults.push(`${name}: ${fault}`)
  }
  faults.push(...partFaults(parts))
  if (rules === EXCEL) faults.push(...sheetFaults(parts), ...nameFaults(parts))
  else faults.push(...tableFaults(parts))
  return faults
}

/** How far an element has come in its rule. */
type Open = { readonly name: string; readonly rule: Rule | undefined; at: number }

function orderFaults(content: Uint8Array, rules: Readonly<Record<string, Rule>>): readonly string[] {
  const faults = new Set<string>()
  const open: Open[] = []
  walkXml(content, {
    open: (name) => {
      const parent = open.at(-1)
      if (parent !== undefined) {
        const place = placeOf(name, parent)
        if (place === null) faults.add(`<${name}> within <${parent.name}>`)
        else if (place < parent.at) faults.add(`<${name}> too late within <${parent.name}>`)
        else parent.at = place
      }
      open.push({ name, rule: rules[name], at: 0 })
    },
    close: () => open.pop(),
  })
  return [...faults]
}

/** Elements of a sequence stand once: the next place is behind them. */
function placeOf(name: string, { rule, at }: Open): number | null {
  const { first = [], free = [], last = [] } = rule ?? {}
  const early = first.indexOf(name)
  if (early >= 0) return early + 1 > at ? early + 1 : early
  if (free.includes(name)) return first.length + 1
  const late = last.indexOf(name)
  if (late < 0) return null
  const place = first.length + 2 + late
  return place > at || at === 0 ? place : place - 1
}

/** Every part is typed, every relation leads to a part. */
function partFaults(parts: Readonly<Record<string, Uint8Array>>): readonly string[] {
  const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array())
  const typed = (name: string): boolean =>
    types.includes(`PartName="/${name}"`) || new RegExp(`Extension="${name.split('.').at(-1)}"`, 'i').test(types)
  const untyped = Object.keys(parts).filter(
    (name) => name !== '[Content_Types].xml' && !name.endsWith('/') && !typed(name),
  )
  const lost = Object.entries(parts).flatMap(([name, content]) => {
    if (!name.endsWith('.rels')) return []
    const folder = name.replace(/_rels\/[^/]+$/, '')
    return [...strFromU8(content).matchAll(/<Relationship [^>]*>/g)].flatMap(([relation]) => {
      const target = /Target="([^"]+)"/.exec(relation)?.[1] ?? ''
      if (relation.includes('TargetMode="External"')) return []
      const path = new URL(target, `x://x/${folder}`).pathname.slice(1)
      return parts[decodeURIComponent(path)] === undefined ? [`${name}: nothing at ${target}`] : []
    })
  })
  return [...untyped.map((name) => `${name}: no type`), ...lost]
}

const partsLike = (parts: Readonly<Record<string, Uint8Array>>, like: RegExp): readonly (readonly [string, string])[] =>
  Object.entries(parts).flatMap(([name, content]) => (like.test(name) ? [[name, strFromU8(content)] as const] : []))

const placeNumber = (reference: string): readonly [column: number, row: number] => {
  const [, letters = '', row = '0'] = /^([A-Z]+)(\d+)$/.exec(reference) ?? []
  return [[...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0), Number(row)]
}

/** Rows and cells ascend, merged areas do not overlap, lists are short enough, looks exist. */
function sheetFaults(parts: Readonly<Record<string, Uint8Array>>): readonly string[] {
  const looks = strFromU8(parts['xl/styles.xml'] ?? new Uint8Array())
  const most = Number(/<cellXfs count="(\d+)"/.exec(looks)?.[1] ?? 0)
  return partsLike(parts, /^xl\/worksheets\/[^/]+\.xml$/).flatMap(([name, xml]) => {
    const faults: string[] = []
    let lastRow = 0
    for (const [, at = '', cells = ''] of xml.matchAll(/<row r="(\d+)"[^>]*>(.*?)<\/row>/gs)) {
      if (Number(at) <= lastRow) faults.push(`row ${at} behind row ${lastRow}`)
      lastRow = Number(at)
      let lastColumn = 0
      for (const [, place = '', look = '0'] of cells.matchAll(/<c r="([A-Z]+\d+)"(?: s="(\d+)")?/g)) {
        const [column, row] = placeNumber(place)
        if (column <= lastColumn || row !== lastRow) faults.push(`cell ${place} out of place`)
        if (Number(look) >= most) faults.push(`cell ${place} has look ${look} of ${most}`)
        lastColumn = column
      }
    }
    for (const [, height = ''] of xml.matchAll(/<row [^>]*ht="([\d.]+)"/g))
      if (Number(height) > 409) faults.push(`row of ${height}`)
    for (const [, words = ''] of xml.matchAll(/<formula1>"([^<]*)"<\/formula1>/g))
      if (words.length > 255) faults.push('list too long')
    faults.push(...mergeFaults(xml))
    return faults.map((fault) => `${name}: ${fault}`)
  })
}

function mergeFaults(xml: string): readonly string[] {
  const taken = new Set<string>()
  return [...xml.matchAll(/<mergeCell ref="([A-Z]+\d+):([A-Z]+\d+)"/g)].flatMap(([, from = '', to = '']) => {
    const [[left, top], [right, bottom]] = [placeNumber(from), placeNumber(to)]
    const faults: string[] = left === right && top === bottom ? [`merged alone: ${from}`] : []
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) {
        if (taken.has(`${row} ${column}`)) faults.push(`merged twice: ${from}:${to}`)
        taken.add(`${row} ${column}`)
      }
    return [...new Set(faults)]
  })
}

/** Names of cells: letters, digits, dot, underscore; each once a sheet. */
function nameFaults(parts: Readonly<Record<string, Uint8Array>>): readonly string[] {
  const xml = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())
  const seen = new Set<string>()
  const names = [...xml.matchAll(/<definedName name="([^"]*)"(?: localSheetId="(\d+)")?/g)].flatMap(
    ([, name = '', sheet = '']) => {
      const key = `${sheet} ${name.toLowerCase()}`
      const again = seen.has(key)
      seen.add(key)
      const legal = /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(name) && !/^([a-z]{1,3}\d+|r\d*c\d*)$/i.test(name)
      return [...(legal ? [] : [`name ${name}`]), ...(again ? [`name twice: ${name}`] : [])]
    },
  )
  const sheets = [...xml.matchAll(/<sheet name="([^"]*)"/g)].flatMap(([, name = '']) =>
    name.replace(/&\w+;/g, '&').length > 31 || /[[\]:*?/\\]/.test(name) ? [`sheet ${name}`] : [],
  )
  return [...names, ...sheets]
}

/** Tables of at most 63 columns whose rows are as wide as the table; cells end with a paragraph; marks are told once. */
function tableFaults(parts: Readonly<Record<string, Uint8Array>>): readonly string[] {
  return partsLike(parts, /^word\/document\.xml$/).flatMap(([, xml]) => {
    const faults: string[] = []
    for (const table of xml.split('<w:tbl>').slice(1)) {
      const columns = [...table.matchAll(/<w:gridCol /g)].length
      if (columns > 63) faults.push(`${columns} columns`)
      for (const row of table.split('</w:tbl>')[0]?.split('<w:tr>').slice(1) ?? []) {
        const cells = row.split('<w:tc>').slice(1)
        const width = cells.reduce((n, cell) => n + Number(/<w:gridSpan w:val="(\d+)"/.exec(cell)?.[1] ?? 1), 0)
        if (width !== columns) faults.push(`row of ${width} in a table of ${columns}`)
        if (!cells.every((cell) => /<\/w:p>(?:<w:comment[^>]*>)*<\/w:tc>/.test(cell)))
          faults.push('cell without a paragraph')
      }
      if (/^<w:tbl>/.test(table.split('</w:tbl>')[1] ?? '')) faults.push('table touches table')
    }
    const ids = [...xml.matchAll(/<w:bookmarkStart w:id="(\d+)"/g)].map(([, id]) => id)
    if (new Set(ids).size < ids.length) faults.push('bookmark twice')
    return faults
  })
}
