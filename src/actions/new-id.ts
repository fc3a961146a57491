import { randomUUID } from 'node:crypto'

/** The last id's milliseconds and its place among those of the same millisecond. */
let last = { time: 0, place: 0 }
const perMillisecond = 4096

/**
 * A UUIDv7 (RFC 9562): 48 bits of milliseconds, 12 that count within one, then chance. Ids of one process sort in the
 * order they were made, so what was imported together stays in the order of its document; and they lead an index well.
 */
export function newId(now: Date): string {
  last = following(last, now.getTime())
  const time = last.time.toString(16).padStart(12, '0')
  const place = last.place.toString(16).padStart(3, '0')
  // Variant and chance stand in a UUIDv4 where they stand here, and Node keeps chance in store for those.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${place}-${randomUUID().slice(19)}`
}

/** A clock that stands still or goes back borrows from the next millisecond. */
function following({ time, place }: typeof last, now: number): typeof last {
  if (now > time) return { time: now, place: 0 }
  return place + 1 < perMillisecond ? { time, place: place + 1 } : { time: time + 1, place: 0 }
}
