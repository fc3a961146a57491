// Filings: fill in, hand in, review, approve, publish. Where and in which state is the lifecycle's question.
import { z } from 'zod'
import { type Form, Form as FormSchema } from '../kernel/form/form.ts'
import type { BothTargets } from '../kernel/lifecycle/both-targets.ts'
import type { SendBackTo, VerbAnswer } from '../kernel/lifecycle/decide.ts'
import type { Risk } from '../kernel/lifecycle/risk.ts'
import { reviewSteps, type State, states, type TaskKind } from '../kernel/lifecycle/state.ts'
import type { FormCheck } from '../kernel/review/check.ts'
import type { CommentView } from './comments.ts'
import { endpoint, fileEndpoint, jsonEndpoint } from './endpoint.ts'
import { acknowledged } from './forms.ts'

/** One row of the list. Times are ISO; `dueOn` and `late` count extensions in. */
export type FilingRow = {
  readonly id: string
  readonly state: State
  readonly stateTitle: string
  readonly revision: number
  readonly since: string
  readonly taskId: string
  readonly taskTitle: string
  readonly taskKind: TaskKind
  readonly fiscalYear: number
  readonly organisationId: string
  readonly organisation: string
  readonly projectId: string | null
  readonly project: string | null
  readonly score: string | null
  readonly grade: string | null
  /** Name of whoever reads it at the moment. */
  readonly accepted: string | null
  readonly dueOn: string
  /** 催办: last reminded about, since it is where it is; null = not. */
  readonly remindedAt: string | null
  readonly late: boolean
  /** As it was handed in last; null = never. */
  readonly risk: Risk | null
}

export type FilingList = {
  readonly rows: readonly FilingRow[]
  /** Where the next page begins; null = this is the last. */
  readonly next: string | null
  /** Of all that match; at most 10000 are counted. */
  readonly total: number
}

export type FilingStep = {
  readonly number: number
  readonly verb: string
  readonly title: string
  readonly from: string
  readonly to: string
  readonly version: number
  readonly at: string
  readonly by: string
  readonly reason: string | null
  readonly paths: readonly string[]
}

export type FilingView = Omit<FilingRow, 'risk' | 'late' | 'dueOn' | 'remindedAt' | 'score' | 'grade' | 'accepted'> & {
  /** Of the form's newest version: what a save is based on. */
  readonly version: number
  readonly layout: string
  readonly form: Form
  readonly check: FormCheck
  /** What must still be filled in before it can be submitted. */
  readonly missing: readonly { readonly path: string; readonly message: string }[]
  /** Every verb, with the reason why not. */
  readonly verbs: readonly VerbAnswer[]
  readonly sendBackTo: readonly SendBackTo[]
  /** Why it is where it is, with whom, since when: one Chinese line. */
  readonly standing: string
  /** Whose turn it is. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly accepted: { readonly id: string; readonly name: string; readonly at: string } | null
  readonly delegate: { readonly id: string; readonly name: string } | null
  /** Only these cells and rows may be changed; null = all that is not fixed. */
  readonly onlyCells: readonly string[] | null
  /** The indicators and targets are the approved ones. */
  readonly targetsFixed: boolean
  /** Cells of the head that are kept in the registry, not typed. */
  readonly registered: readonly string[]
  readonly approvedVersion: number | null
  readonly publishedAt: string | null
  readonly basis: FilingBasis | null
  readonly steps: readonly FilingStep[]
  readonly assignments: readonly FilingAssignment[]
  readonly comments: readonly CommentView[]
}

/** The approved target a self-evaluation reports on. */
export type FilingBasis = {
  readonly filingId: string
  readonly version: number
  /** The target has been adjusted again since. */
  readonly outdated: boolean
  /** 年初 and 调整后, side by side. */
  readonly targets: readonly BothTargets[]
}

export type FilingAssignment = {
  readonly personId: string
  readonly name: string
  readonly purpose: 'evaluate' | 'countersign' | 'delegate'
  readonly assignedBy: string
  readonly doneAt: string | null
  readonly opinion: string | null
}

/** The year before, and the form of the same project in it; null = there is none. */
export type LastYear = { readonly year: number; readonly form: Form | null }

/** An indicator of another project, as it was filed. */
export type SimilarIndicator = {
  readonly name: string
  readonly aspect: string | null
  readonly target: string | null
  readonly actual: string | null
  readonly score: string | null
  readonly weight: string | null
  readonly year: number
  readonly organisation: string
  readonly project: string
}

/** What a save answers: the form as it now stands, others' changes merged in. */
export type SavedFiling = {
  readonly id: string
  readonly revision: number
  readonly version: number
  readonly outcome: 'changed' | 'unchanged'
  /** Somebody else had saved in between, and both changes are in it. */
  readonly merged: boolean
  readonly form: Form
}

export type MovedFiling = {
  readonly id: string
  readonly state: State
  readonly stateTitle: string
  readonly revision: number
}

const id = z.uuid('不是填报件的编号')
const person = z.uuid('不是人员的编号')
const reason = z.string('请写明理由').trim().min(1, '请写明理由').max(2000)
/** What the caller saw; a newer one is refused. Left out: whatever it is now. */
const revision = z.number().int().min(1).optional()
const paths = z.array(z.string().min(1).max(300)).max(500)

const Start = z.object({
  taskId: z.uuid('不是任务的编号'),
  organisationId: z.uuid('不是机构的编号'),
  projectId: z.uuid('不是项目的编号').nullable().default(null),
  /** empty layout · last year's form of the project · another filing · (reports) the approved target. */
  from: z.enum(['empty', 'last-year', 'filing', 'approved-target']).default('empty'),
  filingId: id.optional(),
})

/** In an address or in a JSON body. */
const flag = z.union([z.boolean(), z.stringbool()])

const Search = z.object({
  box: z.enum(['mine', 'sent', 'late']).optional(),
  taskId: z.uuid().optional(),
  cycleId: z.uuid().optional(),
  under: z.uuid().optional(),
  projectId: z.uuid().optional(),
  // the states named in the lifecycle's table
  state: z.enum(Object.keys(states) as [State, ...State[]]).optional(),
  kind: z.enum(['declaration', 'adjustment', 'monitoring', 'self-evaluation']).optional(),
  late: flag.optional(),
  findings: z.enum(['error', 'warning', 'advice']).optional(),
  /** Those in review, whoever's turn it is. */
  inReview: flag.optional(),
  text: z.string().trim().max(200).default(''),
})
const Page = Search.extend({
  /** Longest waiting first, or the greatest risk first. */
  order: z.enum(['waiting', 'risk']).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type FilingFilter = z.infer<typeof Search>
export type FilingSearch = z.infer<typeof Page>

type Counted = { readonly id: string; readonly name: string; readonly count: number }
/** How many match, by what a queue is narrowed with; the most numerous first. */
export type FilingTally = {
  readonly tasks: readonly Counted[]
  readonly organisations: readonly Counted[]
  readonly states: readonly Counted[]
}

/** Somebody a filing can be given to. */
export type Colleague = { readonly id: string; readonly name: string; readonly roles: string }

const move = z.object({ id, revision })
const moveWithReason = z.object({ id, revision, reason })
const people = z.object({ id, revision, persons: z.array(person).min(1).max(20), reason: reason.optional() })

const post = <I>(verb: string, input: z.ZodType<I>) =>
  jsonEndpoint<MovedFiling>()('filing.read', 'POST', `/filings/:id/${verb}`, input)

export const filings = {
  list: endpoint<FilingList>()('filing.read', 'GET', '/filings', Page),
  tally: endpoint<FilingTally>()('filing.read', 'GET', '/filing-tally', Search),
  get: endpoint<FilingView>()('filing.read', 'GET', '/filings/:id', z.object({ id })),
  lastYear: endpoint<LastYear>()('filing.read', 'GET', '/filings/:id/last-year', z.object({ id })),
  similar: endpoint<readonly SimilarIndicator[]>()(
    'filing.read',
    'GET',
    '/filings/:id/similar',
    z.object({ id, name: z.string().trim().min(1).max(300) }),
  ),
  /** Whom it can be given to: to countersign, to do the step instead, or to evaluate from outside. */
  colleagues: endpoint<readonly Colleague[]>()(
    'filing.read',
    'GET',
    '/filings/:id/colleagues',
    z.object({ id, purpose: z.enum(['countersign', 'delegate', 'evaluate']) }),
  ),
  create: jsonEndpoint<MovedFiling>()('filing.edit', 'POST', '/filings', Start),
  createFromDocument: fileEndpoint<MovedFiling>()(
    'filing.edit',
    '/filings/document',
    Start.omit({ from: true, filingId: true }).extend({ name: z.string().min(1).max(255) }),
  ),
  save: jsonEndpoint<SavedFiling>()(
    'filing.read',
    'PUT',
    '/filings/:id/form',
    z.object({ id, version: z.number().int().min(1), form: FormSchema }),
  ),
  submit: post('submit', move),
  withdraw: post('withdraw', move),
  accept: post('accept', move),
  release: post('release', move),
  approve: post('approve', move.extend({ reason: reason.optional() })),
  sendBack: post(
    'send-back',
    moveWithReason.extend({ to: z.enum(['preparer', ...reviewSteps]).default('preparer'), paths: paths.default([]) }),
  ),
  askToSign: post('ask-to-sign', people),
  sign: post('sign', move.extend({ opinion: z.string('请写明意见').trim().min(1, '请写明意见').max(2000) })),
  delegate: post('delegate', z.object({ id, revision, person, reason: reason.optional() })),
  remind: post('remind', move.extend({ reason: reason.optional() })),
  assign: post('assign', people),
  adjust: post('adjust', moveWithReason),
  reopen: post('reopen', moveWithReason),
  abandon: post('abandon', moveWithReason),
  discard: post('discard', move.extend({ reason: reason.optional() })),
  rebase: post('rebase', move),
  publish: post('publish', move.extend({ acknowledged })),
  retract: post('retract', moveWithReason),
}
