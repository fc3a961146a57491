// What people ask of a province's forms all day, and who asks.
import type { Context } from '../../src/actions/context.ts'
import { listFilings, tallyFilings } from '../../src/actions/list-filings.ts'
import { listForms } from '../../src/actions/list-forms.ts'
import { searchPublications } from '../../src/actions/list-publications.ts'
import { searchOrganisations } from '../../src/actions/search-organisations.ts'
import { filings } from '../../src/api/filings.ts'
import { FormSearch } from '../../src/api/forms.ts'
import { PublicSearch } from '../../src/api/publications.ts'
import type { Actor } from '../../src/kernel/policy/actor.ts'
import { anonymous, system } from '../../src/kernel/policy/actor.ts'
import { scopeOf } from '../../src/kernel/policy/decide.ts'
import type { Role } from '../../src/kernel/policy/roles.ts'
import { indicatorsNamed } from '../../src/store/precedents.ts'
import type { places } from './province.ts'

const person = (name: string, role: Role, path: string): Actor => ({
  kind: 'person',
  id: '00000000-0000-4000-8000-000000000001',
  name,
  grants: [{ role, organisation: path.split('/').at(-2) ?? '', path }],
  scopes: null,
})

export const peopleOf = ({
  province,
  city,
  department,
  unit,
}: Awaited<ReturnType<typeof places>>): readonly Actor[] => [
  { ...system, name: 'command line' },
  { ...anonymous, name: 'public' },
  person('performance office', 'performance-office', city),
  person('finance reviewer of the province', 'finance-reviewer', province),
  person('finance reviewer', 'finance-reviewer', city),
  person('department reviewer', 'department-reviewer', department),
  person('preparer', 'preparer', unit),
]

export type Ask = (context: Context) => Promise<unknown>

export const questions: Readonly<Record<string, Ask>> = {
  'forms, first page': (context) => listForms(context, FormSearch.parse({})),
  'forms, page 100': (context) => listForms(context, FormSearch.parse({ page: 100 })),
  'forms, two words': (context) => listForms(context, FormSearch.parse({ text: '第7市 项目' })),
  'forms, one word of two signs': (context) => listForms(context, FormSearch.parse({ text: '项目' })),
  'forms, a name in full': (context) => listForms(context, FormSearch.parse({ text: '第7市第7局第7站' })),
  'forms, nothing found': (context) => listForms(context, FormSearch.parse({ text: '无此项目名称' })),
  'forms, year and region': (context) => listForms(context, FormSearch.parse({ year: 2023, region: '第7市' })),
  'forms, a grade': (context) => listForms(context, FormSearch.parse({ grade: '良' })),
  'forms, a unit': (context) => listForms(context, FormSearch.parse({ unit: '第7局第7站' })),
  'filings, my turn': (context) => listFilings(context, filings.list.input.parse({ box: 'mine' })),
  'filings, late': (context) => listFilings(context, filings.list.input.parse({ box: 'late' })),
  'filings, all': (context) => listFilings(context, filings.list.input.parse({})),
  'filings, a word': (context) => listFilings(context, filings.list.input.parse({ text: '项目99' })),
  'organisations, a word': (context) => searchOrganisations(context, { text: '第7局', limit: 20 }),
  'filings, counted': (context) => tallyFilings(context, filings.list.input.parse({})),
  'published, first page': (context) => searchPublications(context, PublicSearch.parse({})),
  'published, a word': (context) => searchPublications(context, PublicSearch.parse({ text: '第7局' })),
  'indicators like one': (context) => indicatorsNamed(context.db, scopeOf(context.actor, 'form.read'), likeOne, 400),
}

const likeOne = {
  region: '第7市',
  years: [2022, 2023, 2024, 2025],
  name: '培训人次数',
  parts: ['培训人', '训人次', '人次数'],
  notProject: null,
}
