import type { Organisation } from '../../kernel/organisation/organisation.ts'
import { roles as roleNames } from '../../kernel/policy/roles.ts'
import { withTx } from '../../store/db.ts'
import * as forms from '../../store/form-owners.ts'
import * as organisations from '../../store/organisations.ts'
import type { Context } from '../context.ts'
import { createPerson } from '../create-person.ts'
import { grantRole } from '../grant-role.ts'
import { randomText } from '../second-factor.ts'
import { people } from './people.ts'
import { type DemoPlace, places } from './places.ts'

/** Code → organisation. */
export type DemoPlaces = ReadonlyMap<string, Organisation>

const since = '2020-01-01'

/** The offices of the five documents, each with its stored forms. */
export async function loadPlaces(context: Context): Promise<DemoPlaces> {
  const made = new Map<string, Organisation>()
  const grow = ({ kind, code, name, below }: DemoPlace, parent: Organisation | null, region: string): void => {
    const id = context.newId()
    const path = `${parent?.path ?? '/'}${id}/`
    const organisation: Organisation = {
      id,
      kind,
      code,
      name,
      parentId: parent?.id ?? null,
      path,
      region,
      validFrom: since,
      validTo: null,
    }
    made.set(code, organisation)
    for (const child of below) grow(child, organisation, region)
  }
  for (const root of places) grow(root, null, root.name)
  await withTx(context.db, async (tx) => {
    await organisations.insertAll(tx, [...made.values()])
    for (const { id, name, region } of made.values()) await forms.assignTo(tx, { id, name, region })
  })
  return made
}

export type Account = {
  readonly login: string
  readonly name: string
  readonly id: string
  readonly password: string
  readonly roles: string
}

/** An account for every role; passwords are made at random and answered this once. */
export async function loadPeople(context: Context, at: DemoPlaces): Promise<readonly Account[]> {
  const accounts: Account[] = []
  for (const { login, name, roles } of people) {
    const home = at.get(roles[0]?.[1] ?? '')
    if (!home) throw new Error(`no place for ${login}`)
    const password = [randomText(4), randomText(4), randomText(4)].join('-')
    const { id } = await createPerson(context, { login, name, organisation: home.id, password })
    for (const [role, code] of roles) {
      const place = at.get(code)
      if (place) await grantRole(context, { id, role, organisation: place.id })
    }
    accounts.push({
      login,
      name,
      id,
      password,
      roles: roles.map(([role, code]) => `${roleNames[role]}（${at.get(code)?.name ?? code}）`).join('、'),
    })
  }
  return accounts
}
