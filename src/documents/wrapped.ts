// Text of wrapped cells: how wide a line is in print, and how wrapped lines become one text again.

/** Scripts and marks that fill a whole square in print; everything else fills half of one. */
const fullWidth = /[ᄀ-ᅟ‘’“”…—─-▟■-◿☀-➿⺀-〿぀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦]/u
const latin = /[A-Za-z]/

/** Width of a text in half squares, without white space at its ends: a Chinese character counts 2, a digit 1. */
export function displayWidth(text: string): number {
  let width = 0
  for (const char of text.trim()) width += fullWidth.test(char) ? 2 : 1
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
