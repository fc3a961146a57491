import { InputProblem } from '../documents/input-problem.ts'
import { type ReadDocument, readDocument } from '../documents/read-document.ts'
import { problem } from '../kernel/problem.ts'

/** The forms of a document, as printed. Problem: document.unusable, with the reader's own sentence. */
export function readForms({ bytes, name }: { bytes: Uint8Array; name: string }): ReadDocument {
  try {
    return readDocument(bytes, name)
  } catch (error) {
    if (error instanceof InputProblem) throw problem('document.unusable', { message: error.message })
    throw error
  }
}
