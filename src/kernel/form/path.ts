// Paths into a form: "indicators[0].target.value". Findings, scores and sources name cells with them.
import type { Form } from './form.ts'

/** The value at a path; undefined where the path leads nowhere. */
export function at(form: Form, path: string): unknown {
  let here: unknown = form
  for (const key of path.split(/[.[\]]+/).filter(Boolean)) {
    if (here === null || typeof here !== 'object') return undefined
    here = (here as Record<string, unknown>)[key]
  }
  return here
}

/** What is printed at a path: the text of a value, the string itself, or null. */
export function printedAt(form: Form, path: string): string | null {
  const found = at(form, path)
  if (typeof found === 'string') return found
  if (typeof found === 'number') return String(found)
  if (found !== null && typeof found === 'object' && 'text' in found) return (found as { text: string | null }).text
  return null
}
