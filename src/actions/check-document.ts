import type { CheckedDocument } from '../api/check.ts'
import type { CheckedForm } from '../api/forms.ts'
import type { Form } from '../kernel/form/form.ts'
import { problem } from '../kernel/problem.ts'
import { profileOf } from '../kernel/profile/choose.ts'
import { profiles } from '../kernel/profile/index.ts'
import type { Profile } from '../kernel/profile/profile.ts'
import { checkForm } from '../kernel/review/check.ts'
import { readForms } from './read-forms.ts'
import { sourceLines } from './source-lines.ts'

type Input = { bytes: Uint8Array; name: string; profile?: string | undefined }

/** 快速检查: reads a document and checks every form in it. Nothing is stored. */
export async function checkDocument(_: object, { bytes, name, profile }: Input): Promise<CheckedDocument> {
  const chosen = profile === undefined ? undefined : namedProfile(profile)
  const { source, forms, lines, notes = [] } = await readForms({ bytes, name })
  return { source, forms: forms.map((form) => checked(form, chosen)), lines: sourceLines(lines, forms), notes }
}

/** Under the named profile, or the one made for the form's place, kind and year. */
export const checked = (form: Form, profile?: Profile): CheckedForm => ({ form, check: checkForm(form, profile) })

export function namedProfile(id: string): Profile {
  const found = profileOf(id)
  if (!found) throw problem('profile.unknown', { id, known: profiles.map((p) => p.id).join('、') })
  return found
}
