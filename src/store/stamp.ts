// Who and when, for everything that is written. Time and ids enter from outside; the store has neither clock nor chance.
export type Stamp = { readonly now: Date; readonly by: string; readonly newId: () => string }
