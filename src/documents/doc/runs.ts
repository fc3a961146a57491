// Which properties hold for which bytes of the text: Word 97–2003 keeps them in pages of 512 bytes.
import { viewOf } from './compound.ts'

/** Properties of the text that stands from `from` to before `to` in the main stream. */
export type PropertyRun = { readonly from: number; readonly to: number; readonly list: Uint8Array }

const PAGE = 512

/** The runs of all pages named in a table, in order. `kind`: of paragraphs, or of characters. */
export function runsOf(main: Uint8Array, table: Uint8Array, kind: 'paragraph' | 'character'): readonly PropertyRun[] {
  const view = viewOf(table)
  const pages = Math.floor((table.length - 4) / 8)
  const runs: PropertyRun[] = []
  // No document has more pages of properties than fit into it.
  for (let i = 0; i < Math.min(pages, Math.ceil(main.length / PAGE)); i++) {
    const number = view.getUint32((pages + 1) * 4 + i * 4, true) & 0x3fffff
    const page = main.subarray(number * PAGE, (number + 1) * PAGE)
    if (page.length === PAGE) runs.push(...(kind === 'paragraph' ? paragraphRuns(page) : characterRuns(page)))
  }
  return runs.sort((a, b) => a.from - b.from)
}

function paragraphRuns(page: Uint8Array): readonly PropertyRun[] {
  return runsIn(page, 13, (at) => {
    const words = page[at] ?? 0
    const from = words === 0 ? at + 2 : at + 1
    const length = words === 0 ? (page[at + 1] ?? 0) * 2 : words * 2 - 1
    // The first two bytes name a style.
    return page.subarray(from + 2, from + length)
  })
}

const characterRuns = (page: Uint8Array): readonly PropertyRun[] =>
  runsIn(page, 1, (at) => page.subarray(at + 1, at + 1 + (page[at] ?? 0)))

function runsIn(page: Uint8Array, width: number, listAt: (at: number) => Uint8Array): readonly PropertyRun[] {
  const view = viewOf(page)
  const count = page[PAGE - 1] ?? 0
  const places = (count + 1) * 4
  if (places + count * width > PAGE) return []
  return Array.from({ length: count }, (_, i) => {
    const offset = (page[places + i * width] ?? 0) * 2
    return {
      from: view.getUint32(i * 4, true),
      to: view.getUint32(i * 4 + 4, true),
      list: offset === 0 ? new Uint8Array() : listAt(offset),
    }
  })
}

/** The run that holds for a place; undefined where none does. */
export function runAt(runs: readonly PropertyRun[], place: number): PropertyRun | undefined {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.from ?? 0) <= place) low = middle + 1
    else high = middle
  }
  const run = runs[low - 1]
  return run !== undefined && place < run.to ? run : undefined
}
