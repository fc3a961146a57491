// Light or dark: as the system has it until a person chooses; remembered by this browser.
import { useSyncExternalStore } from 'react'

export type Appearance = 'light' | 'dark'

const key = 'hengji.appearance'
const watchers = new Set<() => void>()
const system = matchMedia('(prefers-color-scheme: dark)')
let chosen: Appearance | null = remembered()

function remembered(): Appearance | null {
  try {
    const kept = localStorage.getItem(key)
    return kept === 'light' || kept === 'dark' ? kept : null
  } catch {
    return null // a browser that keeps nothing
  }
}

export function chooseAppearance(appearance: Appearance): void {
  chosen = appearance
  try {
    localStorage.setItem(key, appearance)
  } catch {
    // forgotten at the next visit, no more
  }
  for (const tell of watchers) tell()
}

const current = (): Appearance => chosen ?? (system.matches ? 'dark' : 'light')

export const useAppearance = (): Appearance => useSyncExternalStore(watch, current)

function watch(tell: () => void): () => void {
  watchers.add(tell)
  system.addEventListener('change', tell)
  return () => {
    watchers.delete(tell)
    system.removeEventListener('change', tell)
  }
}
