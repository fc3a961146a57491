// What an Office package says about its parts: their types, and which part belongs to which.
import { xmlText } from '../write/xml.ts'
import type { Package } from './package.ts'
import { type Splice, spliced } from './splice.ts'
import { attributeIn, byteText, prefixOf, type Tag, tagsOf } from './tags.ts'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const TYPES = '[Content_Types].xml'

export type Relation = { readonly id: string; readonly type: string; readonly part: string }

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1)
const relationsPart = (part: string): string => `${folderOf(part)}_rels/${part.slice(part.lastIndexOf('/') + 1)}.rels`

/** The relations of a part (of the package itself: ''), targets as names of parts; `type` is the last word of theirs. */
export function relationsOf(pack: Package, part: string): readonly Relation[] {
  const bytes = pack.read(relationsPart(part))
  if (bytes === undefined) return []
  const text = byteText(bytes)
  return [...tagsOf(text)]
    .filter((tag) => tag.local === 'Relationship' && tag.kind !== 'close')
    .map((tag) => ({
      id: attributeIn(text, tag, 'Id') ?? '',
      type: (attributeIn(text, tag, 'Type') ?? '').split('/').at(-1) ?? '',
      part: resolved(folderOf(part), utf8(attributeIn(text, tag, 'Target') ?? '')),
    }))
}

const utf8 = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('&amp;', '&')

function resolved(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/'))
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  return steps.join('/')
}

/** Adds a relation and answers its id. Targets are written from the root of the package. `of`: whose vocabulary it is. */
export function addRelation(pack: Package, part: string, type: string, target: string, of = OFFICE): string {
  const ids = new Set(relationsOf(pack, part).map((relation) => relation.id))
  let number = ids.size + 1
  while (ids.has(`rId${number}`)) number++
  const id = `rId${number}`
  const attributes = `Id="${id}" Type="${of}/${type}" Target="/${xmlText(target)}"`
  const bytes =
    pack.read(relationsPart(part)) ??
    Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE}"/>`)
  pack.put(
    relationsPart(part),
    atEndOfRoot(bytes, (prefix) => `<${prefix}Relationship ${attributes}/>`),
  )
  return id
}

/** Says what new parts are, and what those with an ending are where nobody said it yet. */
export function addTypes(
  pack: Package,
  parts: ReadonlyMap<string, string>,
  endings: ReadonlyMap<string, string> = new Map(),
): void {
  const bytes = pack.read(TYPES)
  if (bytes === undefined) return
  const text = byteText(bytes)
  const known = new Set(
    [...tagsOf(text)]
      .filter((tag) => tag.local === 'Default')
      .map((tag) => attributeIn(text, tag, 'Extension')?.toLowerCase()),
  )
  const missing = [...endings].filter(([ending]) => !known.has(ending))
  const xml = (prefix: string): string =>
    [
      ...missing.map(([ending, type]) => `<${prefix}Default Extension="${ending}" ContentType="${type}"/>`),
      ...[...parts].map(([part, type]) => `<${prefix}Override PartName="/${xmlText(part)}" ContentType="${type}"/>`),
    ].join('')
  pack.put(TYPES, atEndOfRoot(bytes, xml))
}

/** Puts XML before the end of a part's root element, an empty one included. */
export function atEndOfRoot(bytes: Uint8Array, xml: (prefix: string) => string): Uint8Array {
  const tags = [...tagsOf(byteText(bytes))]
  const [root] = tags
  const last = tags.at(-1)
  if (root === undefined || last === undefined) return bytes
  if (root.kind === 'empty') return spliced(bytes, [opened(root, xml(prefixOf(root)))])
  return spliced(bytes, [{ at: last.start, insert: xml(prefixOf(root)) }])
}

/** <a/> → <a>…</a> */
export const opened = (tag: Tag, content: string): Splice => ({
  at: tag.end - 2,
  remove: 2,
  insert: `>${content}</${tag.name}>`,
})
