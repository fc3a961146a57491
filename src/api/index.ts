// Everything the server answers, noun by noun. What is not listed here cannot be served, and what is listed must be.
import { access } from './access.ts'
import { audit } from './audit.ts'
import { check } from './check.ts'
import { comments } from './comments.ts'
import { compilations } from './compilations.ts'
import { cycles } from './cycles.ts'
import { description } from './description.ts'
import { documents } from './documents.ts'
import type { Endpoint } from './endpoint.ts'
import { evidence } from './evidence.ts'
import { filings } from './filings.ts'
import { forms } from './forms.ts'
import { health } from './health.ts'
import { jobs } from './jobs.ts'
import { organisations } from './organisations.ts'
import { people } from './people.ts'
import { profiles } from './profiles.ts'
import { projectHistory } from './project-history.ts'
import { projects } from './projects.ts'
import { publications } from './publications.ts'
import { reviews } from './reviews.ts'
import { searches } from './searches.ts'
import { security } from './security.ts'
import { sessions } from './sessions.ts'
import { setup } from './setup.ts'
import { tasks } from './tasks.ts'
import { tokens } from './tokens.ts'
import { versions } from './versions.ts'
import { work } from './work.ts'
import { workbooks } from './workbooks.ts'

export const contracts = {
  access,
  audit,
  check,
  comments,
  compilations,
  cycles,
  description,
  documents,
  evidence,
  filings,
  forms,
  health,
  jobs,
  organisations,
  people,
  profiles,
  projectHistory,
  projects,
  publications,
  reviews,
  searches,
  security,
  sessions,
  setup,
  tasks,
  tokens,
  versions,
  workbooks,
  work,
} as const

export type ListedEndpoint = Endpoint<unknown, unknown> & {
  /** noun.name: people.grant */
  readonly name: string
}

/** Every endpoint of every contract. */
export const endpoints: readonly ListedEndpoint[] = Object.entries(contracts).flatMap(([noun, contract]) =>
  Object.entries(contract as Record<string, Endpoint<unknown, unknown>>).map(([name, endpoint]) => ({
    ...endpoint,
    name: `${noun}.${name}`,
  })),
)
