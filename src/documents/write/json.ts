// Forms → the document of `read --json`.
import type { Form } from '../../kernel/form/form.ts'

const encoder = new TextEncoder()

/** `{source, forms}`, one form after the other: a thousand forms are never one string. */
export function* writeJson(forms: Iterable<Form>, source: string): Generator<Uint8Array> {
  yield encoder.encode(`{\n"source": ${JSON.stringify(source)},\n"forms": [`)
  let between = '\n'
  for (const form of forms) {
    yield encoder.encode(between + JSON.stringify(form, null, 2))
    between = ',\n'
  }
  yield encoder.encode(']\n}\n')
}
