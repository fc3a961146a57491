// Takes single fields out of a form again.
import { blankTarget } from '../../kernel/form/blank.ts'
import type { Form } from '../../kernel/form/form.ts'

type Json = { [key: string]: unknown }

/** The form without the fields at some paths and without their sources: absent, as if nobody had printed them. */
export function withoutPaths(form: Form, paths: readonly string[]): Form {
  const out = new Set(paths)
  const copy = structuredClone(form)
  for (const path of out) empty(copy, path.split(/[.[\]]+/).filter(Boolean))
  copy.sources = Object.fromEntries(Object.entries(form.sources ?? {}).filter(([path]) => !out.has(path)))
  return copy
}

function empty(form: Form, keys: readonly string[]): void {
  // A form is an object of objects and lists; both are walked by key, and only what a path names is emptied.
  const within = keys
    .slice(0, -1)
    .reduce<Json | undefined>((here, key) => here?.[key] as Json | undefined, form as Json)
  const last = keys.at(-1)
  if (within === undefined || within === null || last === undefined || !(last in within)) return
  within[last] = last === 'target' ? blankTarget : null
}
