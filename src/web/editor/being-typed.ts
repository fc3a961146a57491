// What is being typed at the moment, beside the form: who wants to know it is drawn for every letter, the rest is not.
import { useState, useSyncExternalStore } from 'react'
import type { Typing } from './draft.ts'

export type BeingTyped = {
  readonly now: () => Typing | null
  readonly tell: (cell: Typing | null) => void
  readonly subscribe: (told: () => void) => () => void
}

function beingTyped(): BeingTyped {
  let cell: Typing | null = null
  const listeners = new Set<() => void>()
  return {
    now: () => cell,
    tell: (next) => {
      cell = next
      for (const told of listeners) told()
    },
    subscribe: (told) => {
      listeners.add(told)
      return () => void listeners.delete(told)
    },
  }
}

/** One for as long as the editor is open. */
export const useTypedHere = (): BeingTyped => useState(beingTyped)[0]

/** The letters typed into the cell at a path so far; null where nothing is typed there. */
export function useBeingTyped(typed: BeingTyped, path: string): string | null {
  const cell = useSyncExternalStore(typed.subscribe, typed.now)
  return cell?.path === path ? cell.text : null
}
