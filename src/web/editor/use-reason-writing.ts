// 偏差原因 is written beside the form, in fields drawn from the form that was judged: the rows of the one on the screen may stand
// elsewhere by then. The letters are for the row they were begun in, and kept here until they are in the form.
import { useLayoutEffect, useMemo, useRef } from 'react'
import type { Form } from '../../kernel/form/form.ts'
import { printedAt } from '../../kernel/form/path.ts'
import type { Typing } from './draft.ts'
import { rowsMoved } from './rows-moved.ts'
import { useStable } from './use-stable.ts'

/** Of the row at `index` of the form the field is `drawn` from. */
export type ReasonWriting = {
  /** What stands in the form on the screen. */
  readonly textOf: (drawn: Form, index: number) => string
  /** What is being written; null = nothing. */
  readonly halfOf: (drawn: Form, index: number) => string | null
  readonly write: (drawn: Form, index: number, text: string) => void
  readonly done: () => void
  /** The field is gone before its letters were done with. */
  readonly left: (drawn: Form, index: number) => void
}

type Given = {
  readonly form: Form
  readonly type: (cells: readonly Typing[]) => void
  readonly writing: (cell: Typing | null) => void
  /** What was being written when others took its row away. */
  readonly lost: (text: string) => void
}

/** `isLeft`: its field is gone, the letters are on their way into the form. */
type Begun = { readonly drawn: Form; readonly index: number; readonly text: string; readonly isLeft?: true }

export function useReasonWriting({ form, type, writing, lost }: Given): ReasonWriting {
  const begun = useRef<Begun | null>(null)
  const write = useStable((drawn: Form, index: number, text: string) => {
    begun.current = { drawn, index, text }
    const path = reasonPath(drawn, index, form)
    writing(path === null ? null : { path, text })
  })
  const intoForm = ({ drawn, index, text }: Begun) => {
    const path = reasonPath(drawn, index, form)
    if (path === null) lost(text)
    else type([{ path, text }])
  }
  const done = useStable(() => {
    if (begun.current === null) return
    intoForm(begun.current)
    begun.current = null
    writing(null)
  })
  const halfOf = useStable((drawn: Form, index: number) => {
    const path = reasonPath(drawn, index, form)
    const half = begun.current
    return half && path !== null && reasonPath(half.drawn, half.index, form) === path ? half.text : null
  })
  // Where the whole page is left no form takes the letters any more: what is kept of them stays until one has them.
  const left = useStable((drawn: Form, index: number) => {
    const half = begun.current
    if (half === null || reasonPath(half.drawn, half.index, form) !== reasonPath(drawn, index, form)) return
    intoForm(half)
    begun.current = { ...half, isLeft: true }
  })
  const follow = useStable(() => {
    if (begun.current === null) return
    const { drawn, index, text, isLeft } = begun.current
    if (!isLeft) return write(drawn, index, text)
    begun.current = null
    writing(null)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: after every change of the form
  useLayoutEffect(follow, [form, follow])
  const textOf = useStable((drawn: Form, index: number) => {
    const path = reasonPath(drawn, index, form)
    return path === null ? '' : (printedAt(form, path) ?? '')
  })
  return useMemo(() => ({ textOf, halfOf, write, done, left }), [textOf, halfOf, write, done, left])
}

/** The cell of the reason in the form on the screen; null = its row is gone. */
export function reasonPath(drawn: Form, index: number, form: Form): string | null {
  const path = `indicators[${index}].deviation`
  return drawn === form ? path : rowsMoved(drawn, form).to(path)
}
