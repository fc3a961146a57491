// A ZIP archive as one document: the forms of all its files one after another, their lines counted on.
import type { Form } from '../kernel/form/form.ts'
import { archivedFiles } from './archive.ts'
import { InputProblem } from './input-problem.ts'
import { formsOf, openDocument } from './read-document.ts'
import type { Line } from './source-text.ts'

/** `files`: from which file how many of the forms are, in their order. `notes` name the files that hold none. */
export type ReadArchive = {
  readonly source: string
  readonly forms: readonly Form[]
  readonly lines: readonly Line[]
  readonly notes: readonly string[]
  readonly files: readonly { readonly name: string; readonly forms: number }[]
}

/** More is for the command line, which writes one file after the other. */
const MOST_FILES = 200

/** Throws `InputProblem` for an archive that is damaged, too large, or of whose files none holds a form. */
export async function readArchive(bytes: Uint8Array, name: string): Promise<ReadArchive> {
  const archived = archivedFiles(bytes, name)
  if (archived.length > MOST_FILES)
    throw new InputProblem(
      'too-large',
      `${name}：压缩包里有 ${archived.length} 个文件（上限 ${MOST_FILES}），请分几个压缩包上传，或用命令行 hengji check 一次处理`,
    )
  const forms: Form[] = []
  const lines: Line[] = []
  const notes: string[] = []
  const files: { name: string; forms: number }[] = []
  for (const file of archived) {
    const read = await readOne(file.name, file.read)
    if ('refused' in read) {
      notes.push(read.refused)
      continue
    }
    const own = file.name.slice(name.length + 1)
    lines.push({ line: lines.length + 1, text: `—— ${own} ——` })
    const before = lines.length
    for (const { text } of read.lines) lines.push({ line: lines.length + 1, text })
    forms.push(...read.forms.map((form) => countedOn(form, before)))
    notes.push(...read.notes.map((note) => (note.includes(own) ? note : `${own}：${note}`)))
    files.push({ name: own, forms: read.forms.length })
  }
  if (forms.length === 0) throw new InputProblem('no-form', notes[0] ?? `${name}：压缩包里没有可读的绩效表`)
  return { source: name, forms, lines, notes, files }
}

type One = { readonly forms: readonly Form[]; readonly lines: readonly Line[]; readonly notes: readonly string[] }

/** One bad file never stops the others. */
async function readOne(name: string, read: () => Uint8Array): Promise<One | { readonly refused: string }> {
  try {
    const opened = await openDocument(read(), name)
    const { forms, notes = [] } = formsOf(opened)
    return { forms, notes, lines: allLines(opened.lines) }
  } catch (error) {
    if (error instanceof InputProblem) return { refused: error.message }
    throw error
  }
}

/** Lines left out by the reader keep their number: what follows stays where the sources say. */
function allLines(lines: readonly Line[]): readonly Line[] {
  const texts = new Map(lines.map(({ line, text }) => [line, text]))
  const last = lines.at(-1)?.line ?? 0
  return Array.from({ length: last }, (_, i) => ({ line: i + 1, text: texts.get(i + 1) ?? '' }))
}

type Placed = { readonly line?: number | undefined; readonly lineEnd?: number | undefined }

function countedOn(form: Form, before: number): Form {
  const on = <P extends Placed>(place: P): P => ({
    ...place,
    ...(place.line === undefined ? {} : { line: place.line + before }),
    ...(place.lineEnd === undefined ? {} : { lineEnd: place.lineEnd + before }),
  })
  const { sources, doubts, notRead, ...rest } = form
  return {
    ...rest,
    ...(sources && {
      sources: Object.fromEntries(Object.entries(sources).map(([path, source]) => [path, on(source)])),
    }),
    ...(doubts && { doubts: doubts.map(on) }),
    ...(notRead && { notRead: notRead.map(on) }),
  }
}
