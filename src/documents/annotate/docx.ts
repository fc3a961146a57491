// Findings as Word comments at the cells they are about. Only the document, its comments and the lists of parts change.
import { InputProblem } from '../input-problem.ts'
import { XML_HEAD, xmlText } from '../write/xml.ts'
import { XmlProblem } from '../xml.ts'
import { AUTHOR, INITIALS, type Note } from './notes.ts'
import { openPackage, type Package } from './package.ts'
import { addRelation, addTypes, atEndOfRoot, opened, relationsOf } from './relations.ts'
import { type Splice, spliced } from './splice.ts'
import { attributeIn, byteText, prefixOf, tagsOf } from './tags.ts'
import { type WordPlace, wordPlaces } from './word-places.ts'

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const COMMENTS = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'

/** Throws `InputProblem` where the document's XML is of a kind that cannot be added to. */
export function annotateDocx(bytes: Uint8Array, name: string, notes: readonly Note[]): Uint8Array {
  try {
    const pack = openPackage(bytes, name)
    const main =
      relationsOf(pack, '').find((relation) => relation.type === 'officeDocument')?.part ?? 'word/document.xml'
    const part = pack.has(main) ? main : 'word/document.xml'
    const document = pack.read(part) ?? new Uint8Array()
    const text = byteText(document)
    const places = wordPlaces(text)
    const placed = notes.flatMap((note) => {
      const place = placeOf(note, places)
      return place === undefined ? [] : [{ note, place }]
    })
    if (placed.length === 0) return bytes
    const first = addComments(
      pack,
      part,
      namespaceOf(text),
      placed.map(({ note }) => note),
    )
    pack.put(
      part,
      spliced(
        document,
        marks(
          placed.map(({ place }) => place),
          first,
        ),
      ),
    )
    return pack.bytes()
  } catch (error) {
    if (error instanceof XmlProblem)
      throw new InputProblem('not-readable', `${name}：Word 文档的结构不常见，不能写入批注，请在 Word 里另存一份再试`)
    throw error
  }
}

function placeOf(note: Note, places: ReadonlyMap<string, WordPlace>): WordPlace | undefined {
  for (const { cell } of note.places) {
    const place = cell === undefined ? undefined : places.get(cell)
    if (place) return place
  }
  return places.values().next().value
}

/** What the document itself calls the vocabulary: strict documents have another name for it. */
function namespaceOf(text: string): string {
  const [root] = tagsOf(text)
  if (root === undefined) return WORD
  const prefix = prefixOf(root).replace(':', '')
  return attributeIn(text, root, prefix === '' ? 'xmlns' : prefix) ?? WORD
}

/** Writes the comments and answers the number of the first. Comments that are there stay. */
function addComments(pack: Package, document: string, namespace: string, notes: readonly Note[]): number {
  const known = relationsOf(pack, document).find((relation) => relation.type === 'comments')?.part
  const before = known === undefined ? undefined : pack.read(known)
  if (known !== undefined && before !== undefined) {
    const first = nextId(byteText(before))
    pack.put(
      known,
      atEndOfRoot(before, (prefix) => notes.map((note, i) => comment(note, first + i, prefix)).join('')),
    )
    return first
  }
  const part = freeName(pack, document)
  const own = notes.map((note, i) => comment(note, i, 'w:')).join('')
  pack.put(part, Buffer.from(`${XML_HEAD}<w:comments xmlns:w="${namespace}">${own}</w:comments>`))
  addTypes(pack, new Map([[part, COMMENTS]]))
  addRelation(pack, document, 'comments', part)
  return 0
}

function freeName(pack: Package, document: string): string {
  const folder = document.slice(0, document.lastIndexOf('/') + 1)
  for (let number = 0; ; number++) {
    const part = `${folder}comments${number === 0 ? '' : number}.xml`
    if (!pack.has(part)) return part
  }
}

function nextId(text: string): number {
  let next = 0
  for (const tag of tagsOf(text))
    if (tag.local === 'comment' && tag.kind !== 'close')
      next = Math.max(next, Number.parseInt(attributeIn(text, tag, 'id') ?? '', 10) + 1 || 0)
  return next
}

function comment({ lines }: Note, id: number, w: string): string {
  const paragraphs = lines.map((line, i) => {
    const mark = i === 0 ? `<${w}r><${w}annotationRef/></${w}r>` : ''
    return `<${w}p>${mark}<${w}r><${w}t xml:space="preserve">${xmlText(line)}</${w}t></${w}r></${w}p>`
  })
  // The attributes of this vocabulary always carry its prefix, even where its elements do not.
  const a = w === '' ? 'w:' : w
  const declared = w === '' ? ` xmlns:w="${WORD}"` : ''
  const signed = `${a}id="${id}" ${a}author="${AUTHOR}" ${a}initials="${INITIALS}"`
  return `<${w}comment${declared} ${signed}>${paragraphs.join('')}</${w}comment>`
}

/** Begin, end and reference of every comment; an empty paragraph is opened to hold them. */
function marks(places: readonly WordPlace[], firstId: number): readonly Splice[] {
  const begins = new Map<WordPlace, string>()
  const ends = new Map<WordPlace, string>()
  places.forEach((place, i) => {
    const w = prefixOf(place.first)
    const id = `${w === '' ? 'w:' : w}id="${firstId + i}"`
    begins.set(place, `${begins.get(place) ?? ''}<${w}commentRangeStart ${id}/>`)
    const end = `<${w}commentRangeEnd ${id}/><${w}r><${w}commentReference ${id}/></${w}r>`
    ends.set(place, (ends.get(place) ?? '') + end)
  })
  return [...begins].flatMap(([place, begin]): readonly Splice[] => {
    const { first, start, last } = place
    const end = ends.get(place) ?? ''
    if (first === last) return [opened(first, begin + end)]
    return [
      first.kind === 'empty' ? opened(first, begin) : { at: start, insert: begin },
      last.kind === 'empty' ? opened(last, end) : { at: last.start, insert: end },
    ]
  })
}
