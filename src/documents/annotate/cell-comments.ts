// The comments of a sheet as text: written new, or added to those that are there.
import { XML_HEAD, xmlText } from '../write/xml.ts'
import { AUTHOR } from './notes.ts'
import { atEndOfRoot, opened } from './relations.ts'
import { type Splice, spliced } from './splice.ts'
import { attributeIn, byteText, prefixOf, type Tag, tagsOf } from './tags.ts'

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** `added`: the cells that had no comment before. */
export type WrittenComments = { readonly bytes: Uint8Array; readonly added: readonly string[] }

const comment = (p: string, cell: string, author: number, text: string): string =>
  `<${p}comment ref="${cell}" authorId="${author}"><${p}text>${run(p, text)}</${p}text></${p}comment>`
const run = (p: string, text: string): string => `<${p}r><${p}t xml:space="preserve">${xmlText(text)}</${p}t></${p}r>`

export function newComments(notes: ReadonlyMap<string, string>): WrittenComments {
  const list = [...notes].map(([cell, text]) => comment('', cell, 0, text)).join('')
  const xml = `<comments xmlns="${SHEET}"><authors><author>${AUTHOR}</author></authors><commentList>${list}</commentList></comments>`
  return { bytes: Buffer.from(XML_HEAD + xml), added: [...notes.keys()] }
}

type Known = {
  authors: number
  authorList: Tag | null
  commentList: Tag | null
  /** Cell → the end of what its comment says. */
  readonly texts: Map<string, { readonly last: Tag; readonly inRun: boolean }>
}

/** A cell has one comment only: a cell that has one gets ours behind it, in the same box. */
export function addToComments(bytes: Uint8Array, notes: ReadonlyMap<string, string>): WrittenComments {
  const known = knownIn(byteText(bytes))
  const splices: Splice[] = []
  const own: string[] = []
  const added: string[] = []
  const p = known.commentList === null ? '' : prefixOf(known.commentList)
  for (const [cell, text] of notes) {
    const there = known.texts.get(cell)
    if (there === undefined) {
      added.push(cell)
      own.push(comment(p, cell, known.authors, text))
    } else splices.push(behind(there, `\n\n${AUTHOR}：\n${text}`))
  }
  splices.push(...withAuthor(known, p), ...withComments(known, own.join('')))
  const written = spliced(bytes, splices)
  const authors = known.authorList === null ? `<${p}authors><${p}author>${AUTHOR}</${p}author></${p}authors>` : ''
  const list = known.commentList === null ? `<${p}commentList>${own.join('')}</${p}commentList>` : ''
  return { bytes: authors + list === '' ? written : atEndOfRoot(written, () => authors + list), added }
}

function withAuthor({ authorList }: Known, p: string): readonly Splice[] {
  if (authorList === null) return []
  const author = `<${p}author>${AUTHOR}</${p}author>`
  return [authorList.kind === 'empty' ? opened(authorList, author) : { at: authorList.start, insert: author }]
}

function withComments({ commentList }: Known, comments: string): readonly Splice[] {
  if (commentList === null || comments === '') return []
  return [commentList.kind === 'empty' ? opened(commentList, comments) : { at: commentList.start, insert: comments }]
}

/** Into the last text of the comment, so that it keeps its look; as a text of its own where there is none. */
function behind({ last, inRun }: { readonly last: Tag; readonly inRun: boolean }, text: string): Splice {
  const p = prefixOf(last)
  if (inRun) return { at: last.start, insert: xmlText(text) }
  return last.kind === 'empty' ? opened(last, run(p, text)) : { at: last.start, insert: run(p, text) }
}

function knownIn(text: string): Known {
  const known: Known = { authors: 0, authorList: null, commentList: null, texts: new Map() }
  let cell = ''
  for (const tag of tagsOf(text)) {
    const ends = tag.kind !== 'open'
    if (tag.local === 'author' && ends) known.authors++
    else if (tag.local === 'authors' && ends) known.authorList = tag
    else if (tag.local === 'commentList' && ends) known.commentList = tag
    else if (tag.local === 'comment' && tag.kind !== 'close') cell = attributeIn(text, tag, 'ref') ?? ''
    else if (tag.local === 't' && tag.kind === 'close') known.texts.set(cell, { last: tag, inRun: true })
    else if (tag.local === 'text' && ends && !known.texts.has(cell)) known.texts.set(cell, { last: tag, inRun: false })
  }
  return known
}
