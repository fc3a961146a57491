// The order of rows when two sides moved, added and removed some.

type Rows = {
  readonly kept: (id: string) => boolean
  /** Which of two rows added at the same place comes first: the same whichever side is called mine. */
  readonly before: (a: string, b: string) => boolean
}

/** One side's order of the rows of the base wins where the other left them as they were; both moved: theirs, and a conflict. */
export function mergeOrder(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  { kept, before }: Rows,
): { readonly ids: readonly string[]; readonly conflict: boolean } {
  const shared = new Set(base.filter((id) => mine.includes(id) && theirs.includes(id)))
  const [b, m, t] = [base, mine, theirs].map((ids) => ids.filter((id) => shared.has(id)))
  const [asBase, asMine, asTheirs] = [b, m, t].map((ids) => JSON.stringify(ids))
  const spine = (asTheirs === asBase ? m : t) ?? []
  const conflict = asMine !== asBase && asTheirs !== asBase && asMine !== asTheirs
  const [ownMine, ownTheirs] = [mine, theirs].map((ids) => followers(ids, shared))
  const ids: string[] = []
  const placed = new Set<string>()
  const place = (id: string): void => {
    if (placed.has(id) || !kept(id)) return
    placed.add(id)
    ids.push(id)
  }
  for (const anchor of [null, ...spine]) {
    if (anchor !== null) place(anchor)
    const [x, y] = [ownMine?.get(anchor) ?? [], ownTheirs?.get(anchor) ?? []].map((own) => own.filter(kept))
    const [first, second] = comesFirst(x?.[0], y?.[0], before) ? [x, y] : [y, x]
    for (const id of [...(first ?? []), ...(second ?? [])]) place(id)
  }
  return { ids, conflict }
}

const comesFirst = (x: string | undefined, y: string | undefined, before: Rows['before']): boolean =>
  x === undefined || y === undefined || before(x, y)

/** The rows only one side has, by the shared row they stand behind; null = before all. */
function followers(ids: readonly string[], shared: ReadonlySet<string>): ReadonlyMap<string | null, readonly string[]> {
  const found = new Map<string | null, string[]>()
  let anchor: string | null = null
  for (const id of ids)
    if (shared.has(id)) anchor = id
    else found.set(anchor, [...(found.get(anchor) ?? []), id])
  return found
}
