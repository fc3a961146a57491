// Title page and contents of a publication as blocks.
import { points } from '../measure.ts'
import type { Block } from './flow.ts'

/** What a line of the contents says and where it leads. */
export type Entry = { readonly name: string; readonly page: number; readonly level: number }

export function* frontBlocks(title: string, entries: readonly Entry[]): Generator<Block> {
  yield { kind: 'page', orientation: 'portrait' }
  yield { kind: 'space', height: points(77) }
  yield { kind: 'text', text: title, size: 26, weight: 'bold', align: 'center', heading: 1 }
  yield { kind: 'page', orientation: 'portrait' }
  yield { kind: 'text', text: '目　录', size: 18, weight: 'bold', align: 'center', below: 10, heading: 1 }
  for (const [to, { name, page, level }] of entries.entries())
    yield { kind: 'entry', text: name, page: String(page), to, size: 10.5, indent: 2 * (level - 1) }
}
