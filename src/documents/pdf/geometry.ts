// Points on a page: matrices as PDF writes them, boxes from the top left corner.

/** x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

/** The six numbers of a matrix; null for anything else. */
export function matrixOf(numbers: ArrayLike<number> | null | undefined): Matrix | null {
  if (numbers?.length !== 6) return null
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from(numbers)
  return [a, b, c, d, e, f]
}

/** In points; y grows downwards. */
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

export const middle = (box: Box): { x: number; y: number } => ({
  x: (box.left + box.right) / 2,
  y: (box.top + box.bottom) / 2,
})

/** The upright box around a box after a transformation. */
export function transformed(box: Box, [a, b, c, d, e, f]: Matrix): Box {
  const xs = [
    a * box.left + c * box.top,
    a * box.right + c * box.bottom,
    a * box.left + c * box.bottom,
    a * box.right + c * box.top,
  ]
  const ys = [
    b * box.left + d * box.top,
    b * box.right + d * box.bottom,
    b * box.left + d * box.bottom,
    b * box.right + d * box.top,
  ]
  return {
    left: Math.min(...xs) + e,
    right: Math.max(...xs) + e,
    top: Math.min(...ys) + f,
    bottom: Math.max(...ys) + f,
  }
}

export const around = (boxes: readonly Box[]): Box =>
  boxes.reduce((all, box) => ({
    left: Math.min(all.left, box.left),
    top: Math.min(all.top, box.top),
    right: Math.max(all.right, box.right),
    bottom: Math.max(all.bottom, box.bottom),
  }))

/** Quarter turns clockwise. */
export type Turn = 0 | 1 | 2 | 3

/** Turns a page back on which all text is turned: text turned by `turn` comes to stand upright. */
export function turnBack(turn: Turn, width: number, height: number): Matrix {
  switch (turn) {
    case 0:
      return IDENTITY
    case 1:
      return [0, -1, 1, 0, 0, width]
    case 2:
      return [-1, 0, 0, -1, width, height]
    case 3:
      return [0, 1, -1, 0, height, 0]
  }
}
