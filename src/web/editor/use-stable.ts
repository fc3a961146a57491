import { useCallback, useRef } from 'react'

/** The same function for good, doing what the newest one does: what is given it is not drawn anew for it. For events only. */
export function useStable<A extends readonly unknown[], R>(act: (...given: A) => R): (...given: A) => R {
  const newest = useRef(act)
  newest.current = act
  return useCallback((...given: A) => newest.current(...given), [])
}
