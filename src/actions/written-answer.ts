// An answer whose JSON is known from the store already: on its way out it is not written a second time.
const known = new WeakMap<object, Buffer>()

/** The answer `{ ...head, [name]: value }`; `json` = the value as it was written, in UTF-8. */
export function answerWritten<H extends object, N extends string, V>(
  head: H,
  name: N,
  { value, json }: { readonly value: V; readonly json: Uint8Array },
): H & Record<N, V> {
  const answer = { ...head, [name]: value } as H & Record<N, V> // the two types say the same of a name
  const before = `${JSON.stringify(head).slice(0, -1)},${JSON.stringify(name)}:`
  known.set(answer, Buffer.concat([Buffer.from(before), json, Buffer.from('}')]))
  return answer
}

/** The JSON of an answer, where it is known; for that very object, not for a copy. */
export const writtenAnswer = (answer: unknown): Buffer | undefined =>
  typeof answer === 'object' && answer !== null ? known.get(answer) : undefined
