// The parts of a Word document that do not depend on its forms: styles, fonts, page numbers, pages.
import { type Orientation, PADDING, pageOf, points, tableWidth } from './measure.ts'
import { XML_HEAD } from './xml.ts'
import type { Part } from './zip-stream.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const NS = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${OFFICE}"`
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export const documentOpen = `${XML_HEAD}<w:document ${NS}><w:body>`
export const documentClose = '</w:body></w:document>'

/** A line of one point: Word wants a paragraph after every table. */
export const GAP = '<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>'

/** Between two tables that look like one: its mark is hidden, so that the tables touch. */
export const SEAM = '<w:p><w:pPr><w:pStyle w:val="Gap"/><w:keepNext/><w:rPr><w:vanish/></w:rPr></w:pPr></w:p>'

/** How pages of a section are counted; `cover` has no number. */
export type Numbering = 'on' | 'from 1' | 'roman' | 'cover'
const NUMBERING: Readonly<Record<Numbering, string>> = {
  on: '',
  'from 1': '<w:pgNumType w:start="1"/>',
  roman: '<w:pgNumType w:fmt="upperRoman" w:start="1"/>',
  cover: '',
}

/** A4 with its margins; the page number stands in the middle of the foot. */
export function section(orientation: Orientation, numbering: Numbering = 'on'): string {
  const page = pageOf(orientation)
  const twips = (mm: number): number => Math.round(points(mm) * 20)
  const turned = orientation === 'landscape' ? ' w:orient="landscape"' : ''
  const margins = (['top', 'right', 'bottom', 'left'] as const).map((side) => `w:${side}="${twips(page[side])}"`)
  return (
    `<w:sectPr>${numbering === 'cover' ? '' : '<w:footerReference w:type="default" r:id="rId4"/>'}<w:type w:val="nextPage"/>` +
    `<w:pgSz w:w="${twips(page.width)}" w:h="${twips(page.height)}"${turned}/>` +
    `<w:pgMar ${margins.join(' ')} w:header="${twips(10)}" w:footer="${twips(10)}" w:gutter="0"/>${NUMBERING[numbering]}</w:sectPr>`
  )
}

/** The pages before end here; what follows is turned the other way. */
export const sectionBreak = (orientation: Orientation, numbering: Numbering = 'on'): string =>
  `<w:p><w:pPr><w:pStyle w:val="Gap"/>${section(orientation, numbering)}</w:pPr></w:p>`

export const fonts = (eastAsia: string): string =>
  `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="${eastAsia}"/>`
export const size = (pt: number): string => `<w:sz w:val="${pt * 2}"/><w:szCs w:val="${pt * 2}"/>`
export const style = (id: string, name: string, paragraph: string, run: string): string =>
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>` +
  `<w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('')
const SIDE = Math.round(PADDING * 20)
const CELL_MARGINS = Object.entries({ top: 20, left: SIDE, bottom: 20, right: SIDE })
  .map(([side, width]) => `<w:${side} w:w="${width}" w:type="dxa"/>`)
  .join('')

/** Where page numbers of the contents end. */
const CONTENTS_END = Math.round(tableWidth('portrait') * 20)

const STYLES = [
  `${XML_HEAD}<w:styles ${NS}><w:docDefaults><w:rPrDefault><w:rPr>${fonts('宋体')}${size(10.5)}`,
  '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>',
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>',
  '<w:style w:type="table" w:customStyle="1" w:styleId="FormTable"><w:name w:val="FormTable"/>',
  `<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${BORDERS}</w:tblBorders>`,
  `<w:tblCellMar>${CELL_MARGINS}</w:tblCellMar></w:tblPr></w:style>`,
  style(
    'FormTitle',
    '表名',
    '<w:keepNext/><w:spacing w:before="0" w:after="80"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>',
    fonts('方正小标宋简体') + size(18),
  ),
  style('FormLine', '表头行', '<w:keepNext/><w:spacing w:after="80"/><w:jc w:val="center"/>', size(12)),
  style('Cell', '表格文字', '', size(10.5)),
  style('CellSmall', '表格小字', '', size(9)),
  style(
    'BookTitle',
    '封面标题',
    '<w:spacing w:before="4800"/><w:jc w:val="center"/>',
    fonts('方正小标宋简体') + size(26),
  ),
  style(
    'ContentsTitle',
    '目录标题',
    '<w:spacing w:after="200"/><w:jc w:val="center"/>',
    fonts('方正小标宋简体') + size(18),
  ),
  style(
    'Contents',
    '目录行',
    `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="${CONTENTS_END}"/></w:tabs><w:spacing w:after="120"/>`,
    '',
  ),
  style('Gap', '间隔', '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>', size(1)),
].join('')

/** Where the title's font is not installed, Word takes the font named beside it. */
const font = (name: string, instead: string): string =>
  `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>`
const FONTS = `${XML_HEAD}<w:fonts ${NS}>${font('方正小标宋简体', '宋体')}${font('宋体', 'SimSun')}</w:fonts>`

const settings = (update: boolean): string =>
  `${XML_HEAD}<w:settings ${NS}>${update ? '<w:updateFields w:val="true"/>' : ''}<w:compat>` +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>' +
  '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'

export const fieldMark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const FOOTER =
  `${XML_HEAD}<w:ftr ${NS}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>` +
  `${fieldMark('begin')}<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>${fieldMark('separate')}` +
  `<w:r><w:t>1</w:t></w:r>${fieldMark('end')}<w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>`

const parts = [
  ['document', 'document.main'],
  ['styles', 'styles'],
  ['settings', 'settings'],
  ['fontTable', 'fontTable'],
  ['footer1', 'footer'],
].map(([name, type]) => `<Override PartName="/word/${name}.xml" ContentType="${TYPE}.${type}+xml"/>`)

const related = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
const relations = (...list: readonly string[]): string =>
  `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`

const partsWith = (update: boolean, styles: string): readonly (readonly [string, string])[] => [
  [
    '[Content_Types].xml',
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`,
  ],
  ['_rels/.rels', relations(related('rId1', 'officeDocument', 'word/document.xml'))],
  [
    'word/_rels/document.xml.rels',
    relations(
      related('rId1', 'styles', 'styles.xml'),
      related('rId2', 'settings', 'settings.xml'),
      related('rId3', 'fontTable', 'fontTable.xml'),
      related('rId4', 'footer', 'footer1.xml'),
    ),
  ],
  ['word/styles.xml', `${STYLES}${styles}</w:styles>`],
  ['word/settings.xml', settings(update)],
  ['word/fontTable.xml', FONTS],
  ['word/footer1.xml', FOOTER],
]

/**
 * `update`: the office program is asked to count the pages of the contents when it opens the document. `styles`: more
 * of them, for what is no form.
 */
export const fixedParts = (update = false, styles = ''): readonly Part[] =>
  partsWith(update, styles).map(([name, text]) => ({ name, chunks: [text] }))
