// The lifecycle as one table: verb × state × permission → next state. The API, the page and the tests read it from here.
import type { Permission } from '../policy/policy.ts'
import type { Guard } from './guards.ts'
import type { ReviewStep, State } from './state.ts'

/** Who may: those with one of these permissions, or `turn` = whoever's turn it is in the present state. */
type May = 'turn' | readonly Permission[]

/**
 * Where it leads: `same` stays; `first` the first step of the route; `next` the following one, or settled after the
 * last; `chosen` an earlier step or back to the preparer; `standing` the state it was opened again from.
 */
type Next = State | 'same' | 'first' | 'next' | 'chosen' | 'standing'

export type VerbLine = {
  /** A Chinese verb, as on the button. */
  readonly title: string
  readonly from: readonly State[]
  readonly may: May
  readonly to: Next
  /** A reason must be given. */
  readonly reason?: true
  /** What else must hold, in the order in which it is said. */
  readonly guards: readonly Guard[]
}

const preparing = ['draft', 'returned'] as const satisfies readonly State[]
const reviewing = ['unit-review', 'department-review', 'finance-review'] as const satisfies readonly ReviewStep[]

export const verbs = {
  save: { title: '保存', from: preparing, may: 'turn', to: 'same', guards: ['open'] },
  submit: { title: '提交', from: preparing, may: 'turn', to: 'first', guards: ['open'] },
  withdraw: {
    title: '撤回提交',
    from: reviewing,
    may: ['filing.edit'],
    to: 'draft',
    guards: ['untouched', 'not-held-by-another'],
  },
  accept: {
    title: '受理',
    from: reviewing,
    may: 'turn',
    to: 'same',
    guards: ['not-own-work', 'not-held-by-another'],
  },
  release: {
    title: '放弃受理',
    from: reviewing,
    may: ['filing.read'],
    to: 'same',
    guards: ['held-by-self-or-managed'],
  },
  approve: {
    title: '审核通过',
    from: reviewing,
    may: 'turn',
    to: 'next',
    guards: ['not-own-work', 'not-held-by-another', 'all-signed', 'assessment-allows'],
  },
  'send-back': {
    title: '退回',
    from: reviewing,
    may: 'turn',
    to: 'chosen',
    reason: true,
    guards: ['not-own-work', 'not-held-by-another'],
  },
  'ask-to-sign': {
    title: '请人会签',
    from: reviewing,
    may: 'turn',
    to: 'same',
    guards: ['not-own-work', 'not-held-by-another'],
  },
  sign: { title: '会签', from: reviewing, may: ['filing.opine'], to: 'same', guards: ['asked-to-sign'] },
  delegate: {
    title: '转办',
    from: [...preparing, ...reviewing],
    may: 'turn',
    to: 'same',
    guards: ['not-held-by-another'],
  },
  remind: {
    title: '催办',
    from: [...preparing, ...reviewing],
    may: ['filing.manage', 'filing.department-review', 'filing.finance-review'],
    to: 'same',
    guards: [],
  },
  assign: {
    title: '指派外部评审',
    from: [...reviewing, 'approved', 'final', 'published'],
    may: ['filing.manage'],
    to: 'same',
    guards: [],
  },
  adjust: {
    title: '申请调整',
    from: ['approved', 'published'],
    may: ['filing.edit'],
    to: 'draft',
    reason: true,
    guards: ['target', 'adjustment-open'],
  },
  reopen: {
    title: '重开',
    from: ['approved', 'final', 'retracted'],
    may: ['filing.manage'],
    to: 'draft',
    reason: true,
    guards: [],
  },
  abandon: {
    title: '放弃本次修改',
    from: preparing,
    may: ['filing.edit'],
    to: 'standing',
    reason: true,
    guards: ['approved-before'],
  },
  discard: {
    title: '作废草稿',
    from: ['draft'],
    may: ['filing.edit'],
    to: 'discarded',
    guards: ['never-approved'],
  },
  rebase: {
    title: '按新批复的目标更新',
    from: preparing,
    may: 'turn',
    to: 'same',
    guards: ['open', 'newer-target'],
  },
  publish: {
    title: '公开',
    from: ['approved', 'final', 'retracted'],
    may: ['filing.publish'],
    to: 'published',
    guards: [],
  },
  retract: {
    title: '撤回公开',
    from: ['published'],
    may: ['filing.publish'],
    to: 'retracted',
    reason: true,
    guards: [],
  },
} as const satisfies Record<string, VerbLine>

/** What a step of the record is called: a verb, or the beginning. */
export const stepTitle = (verb: string): string =>
  verb === 'create' ? '新建' : isVerb(verb) ? verbs[verb].title : verb
export const isVerb = (text: string): text is Verb => Object.hasOwn(verbs, text)

export type Verb = keyof typeof verbs
export const allVerbs = Object.keys(verbs) as readonly Verb[] // the names written above
