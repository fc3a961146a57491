// How a filing stands and what can be done with it, for the English shell; Chinese is the lifecycle's own.
import { type State, states } from '../../kernel/lifecycle/state.ts'
import { isVerb, stepTitle, type Verb, verbs } from '../../kernel/lifecycle/verbs.ts'
import { vocabulary } from '../words.ts'

const englishStates: Readonly<Record<State, string>> = {
  draft: 'Draft',
  returned: 'Sent back',
  'unit-review': 'Unit review',
  'department-review': 'Department review',
  'finance-review': 'Finance review',
  approved: 'Approved',
  final: 'Final',
  published: 'Published',
  retracted: 'Withdrawn',
  discarded: 'Discarded',
}

const englishVerbs: Readonly<Record<Verb, string>> = {
  save: 'Save',
  submit: 'Submit',
  withdraw: 'Withdraw',
  accept: 'Accept for review',
  release: 'Release',
  approve: 'Approve',
  'send-back': 'Send back',
  'ask-to-sign': 'Ask for countersignatures',
  sign: 'Countersign',
  delegate: 'Delegate',
  remind: 'Remind',
  assign: 'Assign an evaluator',
  adjust: 'Ask for an adjustment',
  reopen: 'Reopen',
  abandon: 'Abandon the changes',
  discard: 'Discard the draft',
  rebase: 'Take over the new targets',
  publish: 'Publish',
  retract: 'Withdraw from publication',
}

type Standing = {
  readonly state: State
  readonly since: string
  /** The server's own line, in Chinese. */
  readonly standing: string
  readonly people: readonly { readonly name: string }[]
}

const zh = {
  state: (state: State): string => states[state],
  verb: (verb: Verb): string => verbs[verb].title,
  /** A step of the record: a verb, or the beginning. */
  step: (verb: string): string => stepTitle(verb),
  /** Why it is where it is, with whom, since when. */
  standing: ({ standing }: Standing): string => standing,
}

const en: typeof zh = {
  state: (state) => englishStates[state],
  verb: (verb) => englishVerbs[verb],
  step: (verb) => (verb === 'create' ? 'Begin' : isVerb(verb) ? englishVerbs[verb] : verb),
  standing: ({ state, since, people }) => {
    const whose = people.length > 0 ? `, with ${people.map(({ name }) => name).join(', ')}` : ''
    return `${englishStates[state]} since ${since.slice(0, 10)}${whose}.`
  },
}

export const useLifecycleWords = vocabulary(zh, en)
