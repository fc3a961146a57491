import { InputProblem } from '../documents/input-problem.ts'
import { formsOf, openDocument, type ReadDocument } from '../documents/read-document.ts'
import type { Line } from '../documents/source-text.ts'
import { problem } from '../kernel/problem.ts'

/** `lines` are the source as people see it: what the forms' sources point to. */
export type ReadForms = ReadDocument & { readonly lines: readonly Line[] }

/** The forms of a document, as printed. Problem: document.unusable, with the reader's own sentence. */
export async function readForms({ bytes, name }: { bytes: Uint8Array; name: string }): Promise<ReadForms> {
  try {
    const opened = await openDocument(bytes, name)
    return { ...formsOf(opened), lines: opened.lines }
  } catch (error) {
    if (error instanceof InputProblem) throw problem('document.unusable', { message: error.message })
    throw error
  }
}
