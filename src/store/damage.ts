/** Something that is no longer as it was written. */
export type Damage = {
  readonly what: 'document' | 'version' | 'form' | 'event' | 'fact' | 'step' | 'evidence'
  readonly id: string
  /** One Chinese line for the administrator. */
  readonly message: string
}
