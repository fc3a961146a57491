// What an organisation was called and where it stood on an earlier day: its history walked back from today.
import type { Organisation } from './organisation.ts'

/** `before`: what the change replaced, {name} of a renaming, {parentId} of a move. Days are ISO. */
export type PastChange = { readonly verb: string; readonly effectiveOn: string; readonly before: unknown }

type Changing = Pick<Organisation, 'name' | 'parentId'>

/**
 * The organisation as it was on a day. `changes`: the last recorded first. What was recorded later counts more: a
 * renaming in effect by that day settles the name, whatever was recorded before it with a later day.
 */
export const asOf = <O extends Changing>(organisation: O, changes: readonly PastChange[], day: string): O => ({
  ...organisation,
  name: walkBack(changes, 'rename', day, organisation.name, ({ name }) =>
    typeof name === 'string' ? name : undefined,
  ),
  parentId: walkBack(changes, 'move', day, organisation.parentId, ({ parentId }) =>
    typeof parentId === 'string' || parentId === null ? parentId : undefined,
  ),
})

type Before = { readonly name?: unknown; readonly parentId?: unknown }

function walkBack<T>(
  changes: readonly PastChange[],
  verb: string,
  day: string,
  now: T,
  replacedBy: (before: Before) => T | undefined,
): T {
  let value = now
  for (const change of changes) {
    if (change.verb !== verb) continue
    if (change.effectiveOn <= day) return value
    const { before } = change
    const replaced = typeof before === 'object' && before !== null ? replacedBy(before) : undefined
    if (replaced !== undefined) value = replaced
  }
  return value
}
