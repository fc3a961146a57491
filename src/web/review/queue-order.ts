// The queue as it was last shown, so that a filing's page knows what comes before and after it.
const key = 'hengji.queue'

export function keepQueue(ids: readonly string[]): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(ids))
  } catch {
    // a browser that keeps nothing has no next and previous
  }
}

export function queueAround(id: string): { position: number; total: number; previous?: string; next?: string } | null {
  const ids = keptQueue()
  const at = ids.indexOf(id)
  if (at < 0) return null
  const [previous, next] = [ids[at - 1], ids[at + 1]]
  return { position: at + 1, total: ids.length, ...(previous ? { previous } : {}), ...(next ? { next } : {}) }
}

function keptQueue(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

/** Where the keys of the queue are: at a filing, and at which place of the queue it stood. */
export type Here = { readonly id: string | null; readonly at: number }

/** The place of the same filing, wherever the queue has moved it; where it has gone, of the one that stands there now. */
export function placeIn(ids: readonly string[], { id, at }: Here): number {
  const place = id === null ? -1 : ids.indexOf(id)
  return place >= 0 ? place : Math.max(0, Math.min(at, ids.length - 1))
}
