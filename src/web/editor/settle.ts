// Both sides changed the same cells and the person has chosen: the form that is saved.
import type { Form } from '../../kernel/form/form.ts'
import { type Conflict, merge } from '../../kernel/form/merge.ts'
import { placeOf, removeRows, typeAll } from '../../kernel/form/type-in.ts'

/** `mine`: paths of the conflicts in which the own value is kept. */
export function settled(base: Form, own: Form, theirs: Form, mine: ReadonlySet<string>): Form {
  const { form, conflicts } = merge(base, own, theirs)
  const cells = conflicts.filter(({ path }) => mine.has(path) && !isRow(path))
  const { form: typed } = typeAll(
    form,
    cells.map(({ path, mine: text }) => ({ path: inMerged(form, theirs, path), text: text ?? '' })),
  )
  return conflicts.reduce((all, conflict) => withoutRow(all, conflict, mine.has(conflict.path), own, theirs), typed)
}

const isRow = (path: string): boolean => /^\w+(\[\d+\])?$/.test(path) && /^(funds|tasks|indicators)/.test(path)

/** Rows may have moved: the cell of theirs is found again by its row. */
function inMerged(form: Form, theirs: Form, path: string): string {
  const place = placeOf(path)
  if (place?.table !== 'indicators') return path
  const key = theirs.indicators[place.index]?.key
  const index = key === undefined ? -1 : form.indicators.findIndex((row) => row.key === key)
  return index < 0 ? path : `indicators[${index}].${place.name}`
}

/** One side took the row out and the other changed it: the merge holds it, so it is taken out where that was chosen. */
function withoutRow(form: Form, { path, mine, theirs }: Conflict, keepMine: boolean, own: Form, other: Form): Form {
  const index = Number(/^indicators\[(\d+)\]$/.exec(path)?.[1] ?? Number.NaN)
  const [chosen, holder] = [keepMine ? mine : theirs, mine === null ? other : own]
  if (Number.isNaN(index) || chosen !== null) return form
  const key = holder.indicators[index]?.key
  const here = key === undefined ? -1 : form.indicators.findIndex((row) => row.key === key)
  return here < 0 ? form : removeRows(form, 'indicators', here)
}
