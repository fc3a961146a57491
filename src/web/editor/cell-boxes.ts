// Where cells stand within the frame they scroll in.

export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number }

export const cellAt = (frame: HTMLElement | null, path: string): HTMLElement | null =>
  frame?.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`) ?? null

/** Of all its pieces: a merged cell of a long form is drawn in several. */
export function boxOf(frame: HTMLElement | null, path: string): Box | null {
  const pieces = frame?.querySelectorAll<HTMLElement>(`[data-path="${CSS.escape(path)}"]`) ?? []
  return [...pieces].map((piece) => placeOf(frame, piece)).reduce(around, null)
}

function placeOf(frame: HTMLElement | null, cell: HTMLElement): Box | null {
  if (!frame) return null
  const [a, b] = [cell.getBoundingClientRect(), frame.getBoundingClientRect()]
  return {
    left: a.left - b.left + frame.scrollLeft,
    top: a.top - b.top + frame.scrollTop,
    width: a.width,
    height: a.height,
  }
}

/** Null counts for nothing. */
export function around(a: Box | null, b: Box | null): Box | null {
  if (!a || !b) return a ?? b
  const [left, top] = [Math.min(a.left, b.left), Math.min(a.top, b.top)]
  return {
    left,
    top,
    width: Math.max(a.left + a.width, b.left + b.width) - left,
    height: Math.max(a.top + a.height, b.top + b.height) - top,
  }
}
