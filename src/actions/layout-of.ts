import { layouts } from '../kernel/layout/index.ts'
import type { Layout } from '../kernel/layout/layout.ts'
import { problem } from '../kernel/problem.ts'

/** The official form of an id. Problem: layout.unknown. */
export function layoutOf(id: string): Layout {
  const layout = layouts.find((one) => one.id === id)
  if (layout === undefined) throw problem('layout.unknown', { id, known: layouts.map((one) => one.id).join('、') })
  return layout
}
