import type { Form } from '../form/form.ts'
import type { FormCheck } from '../review/check.ts'

/** A form and what the check found in it. */
export type ReportedForm = { readonly form: Form; readonly check: FormCheck }
