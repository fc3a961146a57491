// The Typst program every PDF is laid out with. It is constant: what changes comes as JSON, so no text is ever read as markup.
import { PADDING, pageOf } from './measure.ts'

const margins = (orientation: 'portrait' | 'landscape'): string => {
  const { top, right, bottom, left } = pageOf(orientation)
  return `(top: ${top}mm, right: ${right}mm, bottom: ${bottom}mm, left: ${left}mm)`
}

/** Latin letters and figures in the manner of Times, as in Word; the boxes of characters are 1 em high, so that heights can be told. */
const TEXT = `
#let d = json("data.json")
#set document(title: d.title, date: none)
#set text(
  font: ((name: "Libertinus Serif", covers: regex("[0-9A-Za-z.,:;()/+\\\\-=<>%& ]")), "Noto Serif SC"),
  lang: "zh", region: "cn", cjk-latin-spacing: none, top-edge: 0.88em, bottom-edge: -0.12em, number-type: "lining",
  // A torn row fills its page to the last line.
  costs: (widow: 0%, orphan: 0%),
)
#set par(leading: 0.38em, spacing: 0.38em, justify: false)
#set heading(bookmarked: true)
#show heading: it => none
`

/** Data: FormsData. Every form begins a page; the first page of each is told as metadata <start>, the page of marked rows as <row>. */
export const FORMS_TEMPLATE = `${TEXT}
#let sides = (left: left, center: center, right: right)
// A box of no width lets a line break; the sign for it would become part of a letter in the copied text.
#let words(t) = if t.contains("\\u{200b}") { t.split("\\u{200b}").map(text).join(box()) } else { text(t) }
#let drawn(c, i) = table.cell(
  colspan: c.columns, rowspan: c.rows, breakable: c.breakable,
  align: sides.at(c.align) + if c.top { top } else { horizon }, stroke: if c.bare { none } else { 0.5pt },
  ..if c.top { (inset: (x: ${PADDING}pt, top: 3pt, bottom: 1.5pt)) },
)[#if c.mark != none [#context [#metadata((i, c.mark, here().page())) <row>]]#words(c.text)]
#let piece(p, f, i) = table(
  columns: f.widths.map(w => w * 1pt), stroke: 0.5pt, inset: (x: ${PADDING}pt, y: f.inset * 1pt),
  ..if p.head.len() > 0 { (table.header(..p.head.map(c => drawn(c, i))),) }, ..p.body.map(c => drawn(c, i)),
)
#let foot = context align(center, text(size: 9pt)[— #counter(page).display() —])
#counter(page).update(d.first)
#for (i, f) in d.forms.enumerate() {
  page(
    paper: "a4", flipped: f.landscape, footer: foot, footer-descent: 40%,
    margin: if f.landscape { ${margins('landscape')} } else { ${margins('portrait')} },
  )[
    #if d.bookmarks { heading(level: 1, text(f.name)) }
    #context [#metadata(here().page()) <start>]
    #set block(spacing: 0pt)
    #align(center, text(size: 18pt, weight: 600, f.title))
    #v(if f.period == none { 6pt } else { 4pt })
    #if f.period != none { align(center, text(size: 12pt, f.period)); v(4pt) }
    #set text(size: f.size * 1pt)
    #for p in f.pieces { piece(p, f, i) }
  ]
}
`

/** Data: FrontData. A title page, then the contents; each entry leads to the page of its form. */
export const FRONT_TEMPLATE = `${TEXT}
#set page(paper: "a4", margin: ${margins('portrait')}, footer-descent: 40%)
#if d.cover {
  page(footer: none, align(center, {
    v(30%)
    text(size: 26pt, weight: 600, d.title)
  }))
}
#counter(page).update(d.first)
#set page(footer: context align(center, text(size: 9pt)[— #counter(page).display("I") —]))
#if d.cover {
  align(center, text(size: 18pt, weight: 600)[目　录])
  v(10pt)
}
#set text(size: 10.5pt)
#for e in d.entries {
  link("hengji:" + str(e.form), block(width: 100%, spacing: 9pt, grid(
    columns: (1fr, auto), column-gutter: 2pt, align: (left + bottom, right + bottom), par(hanging-indent: 2em)[#text(e.name)#h(2pt)#box(width: 1fr, repeat[.#h(2pt)])], str(e.page),
  )))
}
`
