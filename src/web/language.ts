// The language of the shell: chosen by a button, remembered by this browser, told to `<html lang>`.
import { useSyncExternalStore } from 'react'

export type Language = 'zh-CN' | 'en'

const key = 'hengji.language'
const watchers = new Set<() => void>()
let current: Language = remembered()

function remembered(): Language {
  try {
    return localStorage.getItem(key) === 'en' ? 'en' : 'zh-CN'
  } catch {
    return 'zh-CN' // a browser that keeps nothing
  }
}

export function chooseLanguage(language: Language): void {
  current = language
  document.documentElement.lang = language
  try {
    localStorage.setItem(key, language)
  } catch {
    // forgotten at the next visit, no more
  }
  for (const tell of watchers) tell()
}

export const useLanguage = (): Language => useSyncExternalStore(watch, () => current)

function watch(tell: () => void): () => void {
  watchers.add(tell)
  return () => watchers.delete(tell)
}

document.documentElement.lang = current
