// Property lists of Word 97–2003: two bytes name a property, its operand follows.

export type Property = { readonly code: number; readonly operand: DataView }

/** Table definition: its length takes two bytes, all other lists of variable length say it in one. */
export const TABLE_DEFINITION = 0xd608
const TABLE_DEFINITION_OLD = 0xd606

/** Operand length by the kind written in the code's upper three bits; 6 = variable. */
const LENGTHS = [1, 1, 2, 4, 2, 2, 0, 3]

/** The properties of a list in order; what is cut off at its end is left out. */
export function propertiesIn(list: Uint8Array): readonly Property[] {
  const view = new DataView(list.buffer, list.byteOffset, list.byteLength)
  const found: Property[] = []
  for (let at = 0; at + 3 <= list.length; ) {
    const code = view.getUint16(at, true)
    const [from, length] = operandAt(view, at + 2, code)
    if (from + length > list.length) break
    found.push({ code, operand: new DataView(list.buffer, list.byteOffset + from, length) })
    at = from + length
  }
  return found
}

function operandAt(view: DataView, at: number, code: number): readonly [number, number] {
  if (code === TABLE_DEFINITION || code === TABLE_DEFINITION_OLD)
    return at + 2 <= view.byteLength ? [at + 2, Math.max(0, view.getUint16(at, true) - 1)] : [at, 2]
  const length = LENGTHS[code >> 13] ?? 0
  return length === 0 ? [at + 1, view.getUint8(at)] : [at, length]
}
