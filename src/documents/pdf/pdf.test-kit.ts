// Writes small PDF files for tests: ruled tables and text in a font that is not embedded, as official systems print them.

export type Area = {
  readonly row: number
  readonly column: number
  readonly rowSpan?: number
  readonly columnSpan?: number
}
export type DrawnCell = Area & { readonly text: string; readonly middle?: boolean }

/** Everything in points from the top left corner of the page. */
export type Canvas = {
  readonly text: (x: number, y: number, text: string, size?: number) => void
  readonly line: (x0: number, y0: number, x1: number, y1: number) => void
  readonly raw: (operators: string) => void
}

export type PageOptions = {
  readonly width?: number
  readonly height?: number
  readonly rotate?: 0 | 90 | 180 | 270
  /** Operators before everything else. */
  readonly before?: string
}

type Drawn = PageOptions & { readonly operators: string }

export const hex = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('')

/** One page, drawn by the function. */
export function page(draw: (canvas: Canvas) => void, options: PageOptions = {}): Drawn {
  const height = options.height ?? 842
  const operators: string[] = options.before === undefined ? [] : [options.before]
  draw({
    text: (x, y, text, size = 10) =>
      operators.push(`BT /F1 ${size} Tf 1 0 0 1 ${x} ${height - y} Tm <${hex(text)}> Tj ET`),
    line: (x0, y0, x1, y1) => operators.push(`0.5 w ${x0} ${height - y0} m ${x1} ${height - y1} l S`),
    raw: (own) => operators.push(own),
  })
  return { ...options, operators: operators.join('\n') }
}

/** F1 is written across, F2 downwards. */
const FONT =
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font ' +
  '/Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> ' +
  '/DW 1000 /W [1 95 500] /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -120 1000 880] ' +
  '/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 90 >> >>] >>'

/** The file. `trailer` adds entries to the trailer. */
export function pdf(pages: readonly Drawn[], trailer = ''): Uint8Array {
  const first = 5
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    FONT,
    FONT.replace('UniGB-UCS2-H', 'UniGB-UCS2-V'),
    ...pages.flatMap(({ width = 595, height = 842, rotate = 0, operators }, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} ` +
        `/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${first + 2 * i + 1} 0 R >>`,
      `<< /Length ${operators.length} >>\nstream\n${operators}\nendstream`,
    ]),
  ]
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = file.length
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Uint8Array.from(file, (char) => char.charCodeAt(0))
}

/** Characters of a line in a cell of this width. */
const lineLength = (width: number, size: number): number => Math.max(1, Math.floor((width - 6) / size))

/** Text as a printer wraps it: every character as wide as it is high. */
export const wrapped = (text: string, width: number, size = 10): readonly string[] =>
  text
    .split('\n')
    .flatMap((part) =>
      Array.from({ length: Math.ceil(part.length / lineLength(width, size)) }, (_, i) =>
        part.slice(i * lineLength(width, size), (i + 1) * lineLength(width, size)),
      ),
    )

/** Draws a table: the borders of every cell and its text. Sides can be left open. */
export function drawTable(
  canvas: Canvas,
  xs: readonly number[],
  ys: readonly number[],
  cells: readonly DrawnCell[],
  open: { readonly left?: boolean; readonly right?: boolean; readonly top?: boolean; readonly bottom?: boolean } = {},
): void {
  const [firstX = 0, lastX = 0, firstY = 0, lastY = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)]
  for (const { row, column, rowSpan = 1, columnSpan = 1, text } of cells) {
    const [left = 0, right = 0] = [xs[column], xs[column + columnSpan]]
    const [top = 0, bottom = 0] = [ys[row], ys[row + rowSpan]]
    if (!(open.top && top === firstY)) canvas.line(left, top, right, top)
    if (!(open.bottom && bottom === lastY)) canvas.line(left, bottom, right, bottom)
    if (!(open.left && left === firstX)) canvas.line(left, top, left, bottom)
    if (!(open.right && right === lastX)) canvas.line(right, top, right, bottom)
    for (const [i, line] of wrapped(text, right - left).entries()) canvas.text(left + 3, top + 12 + 12 * i, line)
  }
}
