import { fileType } from '../documents/file-type.ts'
import { InputProblem } from '../documents/input-problem.ts'
import { type ReadArchive, readArchive } from '../documents/read-archive.ts'
import { formsOf, openDocument, type ReadDocument } from '../documents/read-document.ts'
import type { Line } from '../documents/source-text.ts'
import type { Form } from '../kernel/form/form.ts'
import { problem } from '../kernel/problem.ts'

/** `lines` are the source as people see it: what the forms' sources point to. */
export type ReadForms = ReadDocument & { readonly lines: readonly Line[] }

/** The forms of a document, as printed. Problem: document.unusable, with the reader's own sentence. */
export const readForms = ({ bytes, name }: Input): Promise<ReadForms> =>
  usable(async () => {
    const opened = await openDocument(bytes, name)
    return { ...formsOf(opened), lines: opened.lines }
  })

/** The same for all documents of an archive. `files`: which of them the forms are from. */
export const readGiven = async (input: Input): Promise<ReadForms | ReadArchive> =>
  fileType(input.bytes) === 'zip' ? usable(() => readArchive(input.bytes, input.name)) : readForms(input)

/** Reads the forms of a file somebody sent: here, or in a thread that can be stopped. */
export type FormReader = (input: Input) => Promise<readonly Form[]>
export const readHere: FormReader = async (input) => (await readForms(input)).forms

type Input = { readonly bytes: Uint8Array; readonly name: string }

async function usable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof InputProblem) throw problem('document.unusable', { message: error.message })
    throw error
  }
}
