import type { Scan, ScannedForm } from '../api/compilations.ts'
import { compilations } from '../documents/write/compile.ts'
import { formats } from '../documents/write/formats.ts'
import { undrawn } from '../documents/write/pdf.ts'
import type { Form } from '../kernel/form/form.ts'
import { scopeOf } from '../kernel/policy/decide.ts'
import { problem } from '../kernel/problem.ts'
import { againstPublication, toLookAt } from '../kernel/review/publishable.ts'
import * as forms from '../store/forms.ts'
import { type Context, dayOf } from './context.ts'
import { fileName, refuseUndrawable, type WrittenForm } from './download-form.ts'

type Chosen = { readonly forms: readonly string[] }

/** In the order they were chosen. Problem: form.notFound for one the actor may not see. */
async function chosen(context: Context, ids: readonly string[]): Promise<Form[]> {
  const found: Form[] = []
  for (const id of ids) found.push(await formToCompile(context, id))
  return found
}

/** In the version the actor may see. Problem: form.notFound. */
export async function formToCompile({ db, actor }: Context, id: string): Promise<Form> {
  const stored = await forms.load(db, scopeOf(actor, 'form.read'), id)
  if (!stored) throw problem('form.notFound', { id })
  return stored.form
}

/** What should be looked at before the forms are published, form by form. */
export async function scanForms(context: Context, { forms: ids }: Chosen): Promise<Scan> {
  const found = await chosen(context, ids)
  return { forms: found.map((form, i) => scanned(ids[i] ?? '', form, dayOf(context))), undrawn: undrawn(found) }
}

function scanned(id: string, form: Form, today: string): ScannedForm {
  const findings = toLookAt(form, today)
  return {
    id,
    name: fileName({ ...form, year: null }),
    year: form.year,
    kind: form.kind,
    unit: form.unit?.name ?? form.department?.name ?? null,
    findings,
    unfit: againstPublication(findings).length > 0,
  }
}

export type CompiledFormat = 'docx' | 'pdf' | 'xlsx' | 'csv' | 'json'
type Wanted = { readonly title: string; readonly format: CompiledFormat }

/** One publication of the forms, in pieces. Problems: form.notFound, layout.missing. */
export const compileForms = async (
  context: Context,
  { forms: ids, ...wanted }: Chosen & Wanted,
): Promise<WrittenForm> => writeCompilation(await chosen(context, ids), wanted)

/** The same of forms at hand. Problem: layout.missing. */
export function writeCompilation(found: readonly Form[], { title, format }: Wanted): WrittenForm {
  refuseUndrawable(found, format)
  const name = `${title.replace(/[\\/:*?"<>|\s]+/g, ' ')}.${format}`
  const pieces =
    format === 'docx' || format === 'pdf' ? compilations[format](found, title) : formats[format](found, name)
  return { name, pieces }
}
