import { useEffect } from 'react'

/** Keys of a whole page, in small letters; what is typed into a field, chosen from a list or asked in a dialog is left alone. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const { target } = event
      if (target instanceof Element && target.closest('input:not([type=checkbox]), textarea, select, [role=dialog]'))
        return
      const act = keys[event.key.toLowerCase()]
      // Enter on a button or link does what that says
      if (!act || (event.key === 'Enter' && target instanceof Element && target.closest('a, button'))) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [keys])
}
