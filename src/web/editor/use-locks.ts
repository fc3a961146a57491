// Which cells may not be changed, and why.
import { useCallback, useMemo } from 'react'
import type { FilingView } from '../../api/filings.ts'
import type { Form } from '../../kernel/form/form.ts'
import type { Sheet, SheetCell } from '../../kernel/layout/sheet.ts'
import { fixedBecause } from '../../kernel/lifecycle/fixed-cells.ts'
import { useEditorWords } from '../words/editor.ts'

export type Locks = {
  /** Why the cell at a path may not be changed; null where it may. */
  readonly lockedBecause: (path: string) => string | null
  readonly locked: ReadonlySet<string>
  /** Cells of the form that may be typed into. */
  readonly open: ReadonlySet<string>
  /** Why no rows may come, go or move; null where they may. */
  readonly fixed: string | null
}

export function useLocks({ targetsFixed, onlyCells, registered }: FilingView, sheet: Sheet, form: Form): Locks {
  const words = useEditorWords()
  const lock = useMemo(() => ({ targets: targetsFixed, only: onlyCells }), [targetsFixed, onlyCells])
  // what a declaration says nowhere depends on what is typed: its rows need not be looked at again
  const looked = targetsFixed || onlyCells !== null ? form : null
  const lockedBecause = useCallback(
    (path: string) => {
      if (registered.includes(path)) return words.registered
      return looked === null ? null : fixedBecause(looked, path, lock)
    },
    [registered, looked, lock, words.registered],
  )
  const own = useMemo(() => new Set(registered), [registered])
  const locked = useMemo(() => {
    if (looked === null) return own
    return new Set(pathsIn(sheet).filter((path) => lockedBecause(path) !== null))
  }, [sheet, looked, own, lockedBecause])
  const open = useMemo(() => new Set(pathsIn(sheet).filter((path) => !locked.has(path))), [sheet, locked])
  const fixed = targetsFixed ? words.rowsApproved : onlyCells !== null ? words.rowsReturned : null
  return { lockedBecause, locked, open, fixed }
}

const pathsIn = ({ rows }: Sheet): readonly string[] =>
  rows.flatMap((row) => row.flatMap(({ path }: SheetCell) => path ?? []))
