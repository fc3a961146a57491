// Threads of comments, as newer Excel keeps them beside the old notes: where a cell has one, only the thread is shown.
import { createHash } from 'node:crypto'
import { XML_HEAD, xmlText } from '../write/xml.ts'
import { AUTHOR, type CellNotes } from './notes.ts'
import type { Package } from './package.ts'
import { addRelation, addTypes, atEndOfRoot, relationsOf } from './relations.ts'
import { attributeIn, byteText, tagsOf } from './tags.ts'

const THREADS = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments'
const MICROSOFT = 'http://schemas.microsoft.com/office/2017/10/relationships'
const PERSON = 'application/vnd.ms-excel.person+xml'

/** The same words make the same number: a file annotated again is the same file. */
function guid(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex').toUpperCase()
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}}`
}

const OURS = guid(AUTHOR)

/** Findings at cells with a thread become replies in it, signed by a person of ours. `workbook`: the main part. */
export function addToThreads(pack: Package, workbook: string, sheet: string, notes: CellNotes): void {
  const part = relationsOf(pack, sheet).find(({ type }) => type === 'threadedComment')?.part
  const bytes = part === undefined ? undefined : pack.read(part)
  if (part === undefined || bytes === undefined) return
  const begun = threadsIn(byteText(bytes))
  const replies = [...notes].filter(([cell]) => begun.has(cell))
  if (replies.length === 0) return
  pack.put(
    part,
    atEndOfRoot(bytes, (prefix) =>
      replies.map(([cell, text]) => reply(prefix, cell, begun.get(cell) ?? '', text)).join(''),
    ),
  )
  addPerson(pack, workbook)
}

/** Cell → the number of the comment its thread begins with. */
function threadsIn(text: string): ReadonlyMap<string, string> {
  const begun = new Map<string, string>()
  for (const tag of tagsOf(text)) {
    if (tag.local !== 'threadedComment' || tag.kind === 'close') continue
    const [cell, id] = [attributeIn(text, tag, 'ref'), attributeIn(text, tag, 'id')]
    if (cell !== undefined && id !== undefined && attributeIn(text, tag, 'parentId') === undefined) begun.set(cell, id)
  }
  return begun
}

const reply = (p: string, cell: string, parent: string, text: string): string =>
  `<${p}threadedComment ref="${cell}" personId="${OURS}" id="${guid(`${cell} ${text}`)}" parentId="${parent}">` +
  `<${p}text>${xmlText(text)}</${p}text></${p}threadedComment>`

function addPerson(pack: Package, workbook: string): void {
  const person = (p: string): string =>
    `<${p}person displayName="${AUTHOR}" id="${OURS}" userId="${AUTHOR}" providerId="None"/>`
  const known = relationsOf(pack, workbook).find(({ type }) => type === 'person')?.part
  const before = known === undefined ? undefined : pack.read(known)
  if (known !== undefined && before !== undefined) {
    if (!byteText(before).includes(OURS)) pack.put(known, atEndOfRoot(before, person))
    return
  }
  const part = 'xl/persons/person.xml'
  pack.put(part, Buffer.from(`${XML_HEAD}<personList xmlns="${THREADS}">${person('')}</personList>`))
  addTypes(pack, new Map([[part, PERSON]]))
  addRelation(pack, workbook, 'person', part, MICROSOFT)
}
