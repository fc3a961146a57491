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
async function chosen({ db, actor }: Context, ids: readonly string[]): Promise<Form[]> {
  const scope = scopeOf(actor, 'form.read')
  const found: Form[] = []
  for (const id of ids) {
    const stored = await forms.load(db, scope, id)
    if (!stored) throw problem('form.notFound', { id })
    found.push(stored.form)
  }
  return found
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

type Wanted = Chosen & { readonly title: string; readonly format: 'docx' | 'pdf' | 'xlsx' }

/** One publication of the forms, in pieces. Problems: form.notFound, layout.missing. */
export async function compileForms(context: Context, { forms: ids, title, format }: Wanted): Promise<WrittenForm> {
  const found = await chosen(context, ids)
  refuseUndrawable(found, format)
  const name = `${title.replace(/[\\/:*?"<>|\s]+/g, ' ')}.${format}`
  return { name, pieces: format === 'xlsx' ? formats.xlsx(found) : compilations[format](found, title) }
}
