import { randomBytes } from 'node:crypto'

/** The last id's milliseconds and its place among those of the same millisecond. */
let last = { time: 0, place: 0 }
const perMillisecond = 4096

/**
 * A UUIDv7 (RFC 9562): 48 bits of milliseconds, 12 that count within one, then chance. Ids of one process sort in the
 * order they were made, so what was imported together stays in the order of its document; and they lead an index well.
 */
export function newId(now: Date): string {
  last = following(last, now.getTime())
  const bytes = randomBytes(16)
  bytes.writeUIntBE(last.time, 0, 6)
  bytes.writeUInt16BE(0x7000 | last.place, 6)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** A clock that stands still or goes back borrows from the next millisecond. */
function following({ time, place }: typeof last, now: number): typeof last {
  if (now > time) return { time: now, place: 0 }
  return place + 1 < perMillisecond ? { time, place: place + 1 } : { time: time + 1, place: 0 }
}
