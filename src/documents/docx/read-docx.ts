// Word documents (.docx, .docm) → grid.
import { gridOf } from '../blocks.ts'
import type { GridDocument } from '../grid-document.ts'
import { InputProblem } from '../input-problem.ts'
import { walkXml, XmlProblem } from '../xml.ts'
import { zipEntries } from '../zip.ts'
import { numberingOf } from './numbering.ts'
import { walkWord } from './walk.ts'

/** A thousand forms take 25 MB of XML. */
const MOST_XML = 64 * 1024 * 1024

/** Throws `InputProblem` for a file that is cut off, damaged, protected by a password or too large. */
export async function readDocx(bytes: Uint8Array, name: string): Promise<GridDocument> {
  const { document, numbering } = partsOf(bytes, name)
  return readXml(document, numbering, name)
}

/** A document saved as a single XML file. */
export const readWordXml = (xml: Uint8Array, name: string): GridDocument => readXml(xml, undefined, name)

function readXml(xml: Uint8Array, numbering: Uint8Array | undefined, name: string): GridDocument {
  if (xml.length > MOST_XML) throw tooLarge(name, xml.length)
  try {
    const { blocks, revised } = walkWord(xml, numberingOf(numbering))
    return { grid: gridOf(blocks, name), notes: revised ? [REVISED] : [] }
  } catch (error) {
    if (error instanceof XmlProblem)
      throw new InputProblem('not-readable', `${name}：Word 文档的正文已损坏，请在 Word 里打开后另存一份再试`)
    throw error
  }
}

const REVISED = '文档里有修订记录，已按接受全部修订读取'
const RELATIONS = '_rels/.rels'

type Parts = { readonly document: Uint8Array; readonly numbering: Uint8Array | undefined }

/** The part the package itself names as its document; most call it word/document.xml. */
function partsOf(bytes: Uint8Array, name: string): Parts {
  const entries = new Map(zipEntries(bytes, name).map((entry) => [entry.name, entry]))
  const relations = entries.get(RELATIONS)
  const target = relations === undefined || relations.size > MOST_XML ? null : documentIn(relations.read())
  const entry = entries.get(target ?? '') ?? entries.get('word/document.xml')
  if (entry === undefined)
    throw new InputProblem('not-readable', `${name}：Word 文档里没有正文，文件可能已损坏，请在 Word 里另存一份再试`)
  if (entry.size > MOST_XML) throw tooLarge(name, entry.size)
  const lists = entries.get(entry.name.replace(/[^/]*$/, 'numbering.xml'))
  return { document: entry.read(), numbering: lists !== undefined && lists.size < MOST_XML ? lists.read() : undefined }
}

function documentIn(relations: Uint8Array): string | null {
  let target: string | null = null
  try {
    walkXml(relations, {
      open: (_, { Type, Target }) => {
        if (Type?.endsWith('/officeDocument') && Target !== undefined) target = Target.replace(/^\//, '')
      },
    })
  } catch (error) {
    if (!(error instanceof XmlProblem)) throw error
  }
  return target
}

const tooLarge = (name: string, size: number): InputProblem =>
  new InputProblem(
    'too-large',
    `${name}：文档过大（正文 ${Math.ceil(size / 1024 / 1024)} MB，上限 64 MB），请拆成几个文件后再试`,
  )
