import { annotateDocument as annotated } from '../documents/annotate/annotate-document.ts'
import { notesOf } from '../documents/annotate/notes.ts'
import { InputProblem } from '../documents/input-problem.ts'
import { problem } from '../kernel/problem.ts'
import type { Severity } from '../kernel/profile/profile.ts'
import { checkedTogether, namedProfile } from './check-document.ts'
import { readForms } from './read-forms.ts'

type Input = { bytes: Uint8Array; name: string; profile?: string | undefined }

export type AnnotatedDocument = {
  readonly bytes: Uint8Array
  readonly forms: number
  /** How many findings of each severity were written in. */
  readonly findings: Readonly<Record<Severity, number>>
}

/** 批注件: a copy of the document with what was found in it written at its cells. Problem: document.unusable. */
export async function annotateDocument(_: object, { bytes, name, profile }: Input): Promise<AnnotatedDocument> {
  const chosen = profile === undefined ? undefined : namedProfile(profile)
  const { forms } = await readForms({ bytes, name })
  const notes = notesOf(checkedTogether(forms, chosen))
  const count = (severity: Severity): number => notes.filter((note) => note.severity === severity).length
  try {
    return {
      bytes: await annotated(bytes, name, notes),
      forms: forms.length,
      findings: { error: count('error'), warning: count('warning'), advice: count('advice') },
    }
  } catch (error) {
    if (error instanceof InputProblem) throw problem('document.unusable', { message: error.message })
    throw error
  }
}
