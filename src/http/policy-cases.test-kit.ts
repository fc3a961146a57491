// For each endpoint that stands under roles: a request about something that stands at a place, or in its lists.
import type { ListedEndpoint } from '../api/index.ts'
import type { Verb } from '../kernel/lifecycle/verbs.ts'
import type { Permission } from '../kernel/policy/policy.ts'

/** What stands at an organisation. */
export type There = {
  readonly id: string
  readonly path: string
  readonly person: string
  /** A role of that person at the organisation, newly given. */
  readonly newGrant: () => Promise<string>
  readonly project: string
  readonly cycle: string
  readonly task: string
  readonly filing: string
  readonly filingTask: string
  readonly form: string
  readonly comment: string
  /** The form of the filing. */
  readonly content: unknown
  readonly document: string
  /** Of the filing. */
  readonly evidence: string
}

export type Ask = { readonly path: string; readonly body?: unknown; readonly bytes?: string }
type Asking = (there: There) => Ask | Promise<Ask>

export type Case =
  /** Acts on or shows what stands there: the policy decides about that place. */
  | { readonly how: 'at'; readonly ask: Asking }
  /** The id is in the answer where the policy allows the place, and nowhere else. */
  | { readonly how: 'lists'; readonly ask: Asking; readonly id: (there: There) => string }
  /** A verb of the lifecycle: its table decides, state by state. */
  | { readonly how: 'verb'; readonly verb: Verb; readonly ask: Asking }
  /** About no place: whoever has the permission anywhere. */
  | { readonly how: 'anywhere' }
  /** About the whole installation: whoever stands above all of it. */
  | { readonly how: 'everywhere'; readonly ask: Asking }
  /** Whoever has one of these permissions at the place. */
  | { readonly how: 'any-of'; readonly permissions: readonly Permission[]; readonly ask: Asking }
  /** The review sheet: in the states of review, whoever's turn it is or was given the filing to judge. */
  | { readonly how: 'sheet'; readonly ask: Asking }

const at = (ask: Asking): Case => ({ how: 'at', ask })
const lists = (path: string, id: (there: There) => string): Case => ({ how: 'lists', ask: () => ({ path }), id })
const verb = (name: Verb, body: object = {}): Case => ({
  how: 'verb',
  verb: name,
  ask: ({ filing }) => ({ path: `/filings/${filing}/${name}`, body }),
})
/** Refused for its day, after the question of who may: nothing changes. */
const someDay = { effectiveOn: '2999-01-01', reason: '矩阵' }
const reason = '矩阵'
const nobody = '00000000-0000-7000-8000-000000000000'

const organisations: Record<string, Case> = {
  create: at(({ id }) => ({
    path: '/organisations',
    body: { parentId: id, kind: 'office', code: '09', name: '新处', ...someDay },
  })),
  rename: at(({ id }) => ({ path: `/organisations/${id}/rename`, body: { name: '新名', ...someDay } })),
  move: at(({ id }) => ({ path: `/organisations/${id}/move`, body: { parentId: id, ...someDay } })),
  merge: at(({ id }) => ({ path: `/organisations/${id}/merge`, body: { intoId: id, ...someDay } })),
  split: at(({ id }) => ({
    path: `/organisations/${id}/split`,
    body: { code: '777', name: '分设', children: [], projects: [], ...someDay },
  })),
  projects: at(({ id }) => ({ path: `/organisations/${id}/projects` })),
  template: { how: 'anywhere' },
  close: at(({ id }) => ({ path: `/organisations/${id}/close`, body: someDay })),
  import: at(({ id }) => ({ path: `/organisations/${id}/import?name=x.csv`, bytes: '代码,名称\n' })),
}

const people: Record<string, Case> = {
  list: lists('/people?limit=200', ({ person }) => person),
  get: at(({ person }) => ({ path: `/people/${person}` })),
  create: at(({ id }) => ({ path: '/people', body: { login: 'taken', name: '已有', organisation: id } })),
  change: at(({ person, id }) => ({
    path: `/people/${person}`,
    body: { name: '改名', organisation: id, revision: 999 },
  })),
  disable: at(({ person }) => ({ path: `/people/${person}/disable` })),
  enable: at(({ person }) => ({ path: `/people/${person}/enable` })),
  resetPassword: at(({ person }) => ({ path: `/people/${person}/reset-password` })),
  removeFactor: at(({ person }) => ({ path: `/people/${person}/remove-second-factor` })),
  unlock: at(({ person }) => ({ path: `/people/${person}/unlock` })),
  grant: at(({ person, id }) => ({ path: `/people/${person}/grants`, body: { role: 'preparer', organisation: id } })),
  revoke: at(async ({ person, newGrant }) => ({ path: `/people/${person}/grants/${await newGrant()}` })),
}

const projects: Record<string, Case> = {
  list: lists('/projects?limit=200', ({ project }) => project),
  get: at(({ project }) => ({ path: `/projects/${project}` })),
  create: at(({ id }) => ({ path: '/projects', body: { organisationId: id, name: '新项目' } })),
  save: at(({ project, id }) => ({
    path: `/projects/${project}`,
    body: { organisationId: id, name: '改名', revision: 999 },
  })),
  close: at(({ project }) => ({ path: `/projects/${project}/close`, body: {} })),
  reopen: at(({ project }) => ({ path: `/projects/${project}/reopen`, body: {} })),
  import: { how: 'anywhere' },
}

const cycles: Record<string, Case> = {
  open: at(({ id }) => ({
    path: '/cycles',
    body: { organisationId: id, fiscalYear: 2031, name: '矩阵', profile: 'national@2020' },
  })),
  close: at(({ cycle }) => ({ path: `/cycles/${cycle}/close`, body: {} })),
  reopen: at(({ cycle }) => ({ path: `/cycles/${cycle}/reopen`, body: {} })),
}

const days = { opensOn: '2024-01-02', dueOn: '2024-12-31' }
const tasks: Record<string, Case> = {
  open: at(({ cycle, id }) => ({
    path: `/cycles/${cycle}/tasks`,
    body: { kind: 'declaration', title: '矩阵', layout: 'national-target', ...days, organisations: [id] },
  })),
  openFor: at(({ task, id }) => ({ path: `/tasks/${task}/organisations`, body: { organisations: [id] } })),
  extend: at(({ task, id }) => ({
    path: `/tasks/${task}/extensions`,
    body: { organisationId: id, to: '2025-01-31', reason },
  })),
  close: at(({ task }) => ({ path: `/tasks/${task}/close`, body: {} })),
  reopen: at(({ task }) => ({ path: `/tasks/${task}/reopen`, body: {} })),
}

const filings: Record<string, Case> = {
  list: lists('/filings?limit=200', ({ filing }) => filing),
  tally: lists('/filing-tally', ({ id }) => id),
  colleagues: at(({ filing }) => ({ path: `/filings/${filing}/colleagues?purpose=countersign` })),
  get: at(({ filing }) => ({ path: `/filings/${filing}` })),
  lastYear: at(({ filing }) => ({ path: `/filings/${filing}/last-year` })),
  similar: at(({ filing }) => ({ path: `/filings/${filing}/similar?name=${encodeURIComponent('抽检批次')}` })),
  create: at(({ id, filingTask, project }) => ({
    path: '/filings',
    body: { taskId: filingTask, organisationId: id, projectId: project },
  })),
  createFromDocument: at(({ id, filingTask, project }) => ({
    path: `/filings/document?name=001.txt&taskId=${filingTask}&organisationId=${id}&projectId=${project}`,
    bytes: 'demo/001.txt',
  })),
  save: {
    how: 'verb',
    verb: 'save',
    ask: ({ filing, content }) => ({ path: `/filings/${filing}/form`, body: { version: 1, form: content } }),
  },
  submit: verb('submit'),
  withdraw: verb('withdraw'),
  accept: verb('accept'),
  release: verb('release'),
  approve: verb('approve'),
  sendBack: verb('send-back', { reason }),
  askToSign: verb('ask-to-sign', { persons: [nobody] }),
  sign: verb('sign', { opinion: '同意' }),
  delegate: verb('delegate', { person: nobody }),
  remind: verb('remind'),
  assign: verb('assign', { persons: [nobody] }),
  adjust: verb('adjust', { reason }),
  reopen: verb('reopen', { reason }),
  abandon: verb('abandon', { reason }),
  discard: verb('discard'),
  rebase: verb('rebase'),
  publish: verb('publish'),
  retract: verb('retract', { reason }),
}

/** Of somebody else's comment. */
const ofReviewers = (verbOfComment: string): Case => ({
  how: 'any-of',
  permissions: ['filing.unit-review', 'filing.department-review', 'filing.finance-review', 'filing.manage'],
  ask: ({ comment }) => ({ path: `/comments/${comment}/${verbOfComment}`, body: {} }),
})

const ofFiling: Record<string, Case> = {
  'comments.list': at(({ filing }) => ({ path: `/filings/${filing}/comments` })),
  'comments.add': at(({ filing }) => ({ path: `/filings/${filing}/comments`, body: { version: 1, text: '意见' } })),
  'comments.resolve': ofReviewers('resolve'),
  'comments.reopen': ofReviewers('reopen'),
  'reviews.list': at(({ filing }) => ({ path: `/filings/${filing}/reviews` })),
  'reviews.save': { how: 'sheet', ask: ({ filing }) => ({ path: `/filings/${filing}/review`, body: { marks: {} } }) },
  'evidence.list': at(({ filing }) => ({ path: `/filings/${filing}/evidence` })),
  'evidence.add': {
    how: 'verb',
    verb: 'save',
    ask: ({ filing }) => ({ path: `/filings/${filing}/evidence?name=x&kind=other`, bytes: '\0' }),
  },
  'evidence.file': at(({ evidence }) => ({ path: `/evidence/${evidence}/file` })),
  'evidence.remove': {
    how: 'verb',
    verb: 'save',
    ask: ({ evidence }) => ({ path: `/evidence/${evidence}/remove`, body: {} }),
  },
  'workbooks.take': at(({ filing }) => ({ path: `/filings/${filing}/workbook` })),
  'workbooks.bring': at(({ filing }) => ({ path: `/filings/${filing}/workbook?name=x.xlsx`, bytes: '坏' })),
  'work.startable': lists('/startable', ({ id }) => `"organisationId":"${id}"`),
  'versions.list': at(({ filing }) => ({ path: `/filings/${filing}/versions` })),
  'versions.get': at(({ filing }) => ({ path: `/filings/${filing}/versions/1` })),
  'versions.difference': at(({ filing }) => ({ path: `/filings/${filing}/difference?from=1&to=1` })),
}

const named = (noun: string, cases: Record<string, Case>): [string, Case][] =>
  Object.entries(cases).map(([name, one]) => [`${noun}.${name}`, one])

const ofAudit: Record<string, Case> = {
  list: {
    how: 'lists',
    ask: ({ filing }) => ({ path: `/audit/events?subject=${filing}` }),
    id: ({ filing }) => filing,
  },
  export: {
    how: 'lists',
    ask: ({ filing }) => ({ path: `/audit/export?subject=${filing}&name=filing.` }),
    id: ({ filing }) => filing,
  },
  verify: { how: 'everywhere', ask: () => ({ path: '/audit/verification' }) },
  cell: at(({ filing }) => ({ path: `/filings/${filing}/history?path=year` })),
}

export const cases: ReadonlyMap<string, Case> = new Map([
  ...named('organisations', organisations),
  ...named('people', people),
  ...named('projects', projects),
  ...named('cycles', cycles),
  ...named('tasks', tasks),
  ...named('filings', filings),
  ...Object.entries(ofFiling),
  ...named('forms', {
    list: lists('/forms', ({ form }) => form),
    get: at(({ form }) => ({ path: `/forms/${form}` })),
    download: at(({ form }) => ({ path: `/forms/${form}/download?format=json` })),
    // refused for its version and for not being published: the question of who may comes before
    publish: at(({ form }) => ({ path: `/forms/${form}/publish`, body: { version: 999 } })),
    retract: at(({ form }) => ({ path: `/forms/${form}/retract`, body: { reason } })),
  }),
  ...named('projectHistory', { get: at(({ project }) => ({ path: `/projects/${project}/history` })) }),
  ...named('compilations', { scan: { how: 'anywhere' }, write: { how: 'anywhere' }, request: { how: 'anywhere' } }),
  ...named('audit', ofAudit),
  ...named('health', { backups: { how: 'anywhere' } }),
  ...named('jobs', { bulk: { how: 'anywhere' }, undo: { how: 'anywhere' }, importForms: { how: 'anywhere' } }),
  ...named('searches', { list: { how: 'anywhere' }, save: { how: 'anywhere' }, remove: { how: 'anywhere' } }),
  ...named('documents', { file: at(({ document }) => ({ path: `/documents/${document}/file` })) }),
  ...named('access', { of: at(({ person }) => ({ path: `/access/people/${person}` })) }),
  ...named('security', {
    get: { how: 'everywhere', ask: () => ({ path: '/security' }) },
    set: { how: 'everywhere', ask: () => ({ path: '/security', body: {} }) },
  }),
])

/** The endpoints of the cases of one kind. */
export const casesOf = <H extends Case['how']>(
  endpoints: readonly ListedEndpoint[],
  how: H,
): readonly (readonly [ListedEndpoint, Extract<Case, { how: H }>])[] =>
  endpoints.flatMap((endpoint) => {
    const found = cases.get(endpoint.name)
    return found?.how === how ? [[endpoint, found as Extract<Case, { how: H }>] as const] : [] // compared just now
  })
