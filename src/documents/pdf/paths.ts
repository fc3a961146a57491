// Paths → ruling lines: strokes along the page's edges, and filled rectangles as thin as a line.
import type { Rule } from './drawing.ts'
import type { Matrix } from './geometry.ts'

/** Opcodes inside a path, as the library writes them. */
const MOVE = 0
const LINE = 1
const CURVE = 2
const QUADRATIC = 3
const CLOSE = 4

/** Points: a filled rectangle up to this thickness is a line, a shorter one a dot. */
const THIN = 2.5
const SHORT = 3
/** Points: how far a line may slope and still be straight. */
const SLOPE = 1

export type Rules = { readonly across: Rule[]; readonly down: Rule[] }

export function strokedRules(path: ArrayLike<number>, matrix: Matrix, into: Rules): void {
  let [x, y, startX, startY] = [0, 0, 0, 0]
  for (let k = 0; k < path.length; ) {
    const op = path[k++]
    if (op === CLOSE) {
      addLine(x, y, startX, startY, into)
      ;[x, y] = [startX, startY]
      continue
    }
    if (op !== MOVE && op !== LINE && op !== CURVE && op !== QUADRATIC) return
    k += op === CURVE ? 4 : op === QUADRATIC ? 2 : 0
    const [nextX, nextY] = point(path, k, matrix)
    k += 2
    if (op === MOVE) [startX, startY] = [nextX, nextY]
    if (op === LINE) addLine(x, y, nextX, nextY, into)
    ;[x, y] = [nextX, nextY]
  }
}

const point = (path: ArrayLike<number>, k: number, [a, b, c, d, e, f]: Matrix): [number, number] => {
  const [x, y] = [path[k] ?? 0, path[k + 1] ?? 0]
  return [a * x + c * y + e, b * x + d * y + f]
}

function addLine(x0: number, y0: number, x1: number, y1: number, into: Rules): void {
  const [width, height] = [Math.abs(x1 - x0), Math.abs(y1 - y0)]
  if (height < SLOPE && width > SHORT)
    into.across.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) })
  else if (width < SLOPE && height > SHORT)
    into.down.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) })
}

/** One path may fill many rectangles: each is looked at by itself. */
export function filledRules(path: ArrayLike<number>, matrix: Matrix, into: Rules): void {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  const flush = (): void => {
    const [width, height] = [right - left, bottom - top]
    if (height < THIN && width > SHORT && width > height)
      into.across.push({ at: (top + bottom) / 2, from: left, to: right })
    else if (width < THIN && height > SHORT) into.down.push({ at: (left + right) / 2, from: top, to: bottom })
    ;[left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  }
  for (let k = 0; k < path.length; ) {
    const op = path[k++]
    if (op === CLOSE) continue
    if (op !== MOVE && op !== LINE && op !== CURVE && op !== QUADRATIC) return
    if (op === MOVE) flush()
    for (let n = op === CURVE ? 3 : op === QUADRATIC ? 2 : 1; n > 0; n--, k += 2) {
      const [x, y] = point(path, k, matrix)
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  }
  flush()
}
