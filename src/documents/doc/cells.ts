// Where the cells of a row stand in a Word 97–2003 document, and which of them are merged.
import { type Property, TABLE_DEFINITION } from './sprm.ts'

/** `left` and `right` in twentieths of a point from the margin. */
export type CellPlace = {
  readonly left: number
  readonly right: number
  readonly down: 'restart' | 'continue' | null
  readonly across: 'continue' | null
}

const MERGE_ACROSS = 0x5624
const MERGE_DOWN = 0xd62b

/** The cells a list of properties defines, later ones changing what earlier ones said; none where it says nothing. */
export function cellsIn(properties: readonly Property[]): readonly CellPlace[] {
  let cells: readonly CellPlace[] = []
  for (const { code, operand } of properties) {
    if (code === TABLE_DEFINITION) cells = definedCells(operand)
    if (code !== MERGE_ACROSS && code !== MERGE_DOWN) continue
    if (operand.byteLength < 2) continue
    const [first, second] = [operand.getUint8(0), operand.getUint8(1)]
    cells = cells.map((cell, i): CellPlace => {
      if (code === MERGE_ACROSS) return i > first && i < second ? { ...cell, across: 'continue' } : cell
      return i === first ? { ...cell, down: second === 3 ? 'restart' : second === 1 ? 'continue' : null } : cell
    })
  }
  return cells
}

/** Borders between the cells, then 20 bytes a cell; the latter may be cut short. */
function definedCells(operand: DataView): readonly CellPlace[] {
  const count = operand.byteLength > 0 ? operand.getUint8(0) : 0
  if (1 + (count + 1) * 2 > operand.byteLength) return []
  const border = (i: number): number => operand.getInt16(1 + i * 2, true)
  return Array.from({ length: count }, (_, i) => {
    const at = 1 + (count + 1) * 2 + i * 20
    const flags = at + 2 <= operand.byteLength ? operand.getUint16(at, true) : 0
    const down = (flags & 0x40) !== 0 ? 'restart' : (flags & 0x20) !== 0 ? 'continue' : null
    return { left: border(i), right: border(i + 1), down, across: (flags & 3) === 2 ? 'continue' : null }
  })
}
