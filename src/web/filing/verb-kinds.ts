// Which verbs are done with one click, and what the others ask first.

/** Done with one click; the others ask. `send-back` has a place of its own beside the form. */
export const plain = ['submit', 'withdraw', 'accept', 'release', 'approve', 'remind'] as const
const reasoned = ['adjust', 'reopen', 'abandon', 'retract'] as const
export const given = { 'ask-to-sign': 'countersign', assign: 'evaluate', delegate: 'delegate' } as const

export const isPlain = (verb: string): verb is (typeof plain)[number] => plain.some((one) => one === verb)
export const isReasoned = (verb: string): verb is (typeof reasoned)[number] => reasoned.some((one) => one === verb)
export const isGiven = (verb: string): verb is keyof typeof given => Object.hasOwn(given, verb)

export const asks = (verb: string): boolean =>
  isReasoned(verb) || isGiven(verb) || ['sign', 'publish', 'discard', 'rebase'].includes(verb)
