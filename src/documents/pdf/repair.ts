// A PDF whose end is missing has lost its list of pages: a new one is made of the pages that are still there.

/** Numbers that no file uses. */
const CATALOG = 8_388_600
const PAGES = 8_388_601
/** No published file has more pages. */
const MOST_PAGES = 20_000

/** The file with a new end; null where no page stands in it in plain sight. */
export function withNewEnd(bytes: Uint8Array): Uint8Array | null {
  const pages = pagesIn(new TextDecoder('latin1').decode(bytes))
  if (pages.length === 0) return null
  const kids = pages.map((number) => `${number} 0 R`).join(' ')
  const end = `
endstream
endobj
${CATALOG} 0 obj
<< /Type /Catalog /Pages ${PAGES} 0 R >>
endobj
${PAGES} 0 obj
<< /Type /Pages /Kids [${kids}] /Count ${pages.length} /MediaBox [0 0 595 842] >>
endobj
trailer
<< /Size ${PAGES + 1} /Root ${CATALOG} 0 R >>
startxref
0
%%EOF
`
  const tail = new TextEncoder().encode(end)
  const whole = new Uint8Array(bytes.length + tail.length)
  whole.set(bytes)
  whole.set(tail, bytes.length)
  return whole
}

/** Characters within which an object's type stands behind its number. */
const FARTHEST = 4000

/** Numbers of the page objects, in the order of the file. */
function pagesIn(text: string): readonly number[] {
  const pages = new Set<number>()
  for (const match of text.matchAll(/\/Type\s?\/Page(?![a-zA-Z])/g)) {
    const before = text.slice(Math.max(0, match.index - FARTHEST), match.index)
    const at = before.lastIndexOf(' obj')
    const number = at < 0 ? undefined : /(\d{1,7})\s+\d+$/.exec(before.slice(Math.max(0, at - 16), at))?.[1]
    if (number !== undefined) pages.add(Number(number))
    if (pages.size >= MOST_PAGES) break
  }
  return [...pages]
}
