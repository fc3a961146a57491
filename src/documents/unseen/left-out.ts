// Takes single fields out of a form again.
import { blankTarget } from '../../kernel/form/blank.ts'
import type { Form } from '../../kernel/form/form.ts'

type Json = { readonly [key: string]: unknown }

/** The form without the field at a path and without its source: absent, as if nobody had printed it. */
export function withoutPath(form: Form, path: string): Form {
  const keys = path.split(/[.[\]]+/).filter(Boolean)
  const { [path]: _, ...sources } = form.sources ?? {}
  // A form is an object of objects and lists; only the value at the path changes, to what it may be by its schema.
  return { ...(emptied(form, keys) as Form), sources }
}

function emptied(of: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined || of === null || typeof of !== 'object') return null
  if (Array.isArray(of)) return of.map((item: unknown, i) => (String(i) === key ? emptied(item, rest) : item))
  const all = of as Json // an object that is no list
  if (rest.length > 0) return { ...all, [key]: emptied(all[key], rest) }
  return { ...all, [key]: key === 'target' ? blankTarget : null }
}
