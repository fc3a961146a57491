// Bytes put into a file at known places; every other byte stays as it is.

/** `remove` bytes at `at` give way to `insert`. Those at the same place are put in one after another, as given. */
export type Splice = { readonly at: number; readonly remove?: number; readonly insert: string | Uint8Array }

export function spliced(bytes: Uint8Array, splices: readonly Splice[]): Uint8Array {
  const pieces: Uint8Array[] = []
  let from = 0
  for (const { at, remove = 0, insert } of splices.toSorted((a, b) => a.at - b.at)) {
    pieces.push(bytes.subarray(from, at), typeof insert === 'string' ? Buffer.from(insert) : insert)
    from = at + remove
  }
  return Buffer.concat([...pieces, bytes.subarray(from)])
}
