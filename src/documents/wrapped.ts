// Text of wrapped cells: how wide a line is in print, and how wrapped lines become one text again.

/** Scripts and marks that fill a whole square in print; everything else fills half of one. */
const fullWidth = /[ᄀ-ᅟ‘’“”…—─-▟■-◿☀-➿⺀-〿぀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦]/u
/** Han characters and Latin text, nearly everything there is, are decided without the table. */
function widthOf(char: string): number {
  const code = char.charCodeAt(0)
  if (code >= 0x4e00 && code <= 0x9fff) return 2
  return code >= 0x1100 && fullWidth.test(char) ? 2 : 1
}

const latin = /[A-Za-z]/

/** Width of a text in half squares, without white space at its ends: a Chinese character counts 2, a digit 1. */
export function displayWidth(text: string): number {
  let width = 0
  for (const char of text.trim()) width += widthOf(char)
  return width
}

/**
 * One text from the lines of a wrapped cell. Chinese text continues without a blank; a blank is kept only where a
 * Latin word ends one line and another begins the next. White space at the ends of lines comes from wrapping and is
 * dropped, blank lines are skipped.
 */
export function joinWrapped(lines: readonly string[]): string {
  const pieces: string[] = []
  let last = ''
  for (const line of lines) {
    const piece = line.trim()
    if (piece === '') continue
    if (latin.test(last) && latin.test(piece.charAt(0))) pieces.push(' ')
    pieces.push(piece)
    last = piece.charAt(piece.length - 1)
  }
  return pieces.join('')
}
