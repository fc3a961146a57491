// The first set-up: while nobody exists, whoever can read the server's console makes the place and its three administrators.
import { timingSafeEqual } from 'node:crypto'
import type { SetupState } from '../api/setup.ts'
import { codeFault, nameFault, type Organisation, type OrganisationKind } from '../kernel/organisation/organisation.ts'
import { system } from '../kernel/policy/actor.ts'
import type { Role } from '../kernel/policy/roles.ts'
import { defaultSecurity } from '../kernel/policy/security.ts'
import { problem } from '../kernel/problem.ts'
import { profiles } from '../kernel/profile/index.ts'
import { type Tx, withTx } from '../store/db.ts'
import * as events from '../store/events.ts'
import * as grants from '../store/grants.ts'
import * as organisations from '../store/organisations.ts'
import * as people from '../store/people.ts'
import * as settings from '../store/settings.ts'
import { type Context, stampOf } from './context.ts'
import { insertPerson, oneTimePassword } from './create-person.ts'
import { hashOfSecret } from './identify.ts'
import { hashPassword } from './password-hash.ts'
import { refuseWeakPassword } from './password-strength.ts'
import { randomText } from './second-factor.ts'

type Named = { readonly code: string; readonly name: string }
type Administrator = { readonly login: string; readonly name: string; readonly password: string }
type Place<A> = {
  readonly region: Named
  readonly finance: Named
  readonly profile: string
  readonly administrators: { readonly [duty in Duty]: A }
}
export type Setup = Place<Administrator> & { readonly code: string }
type Duty = 'system' | 'security' | 'audit'
export const duties = {
  system: 'system-administrator',
  security: 'security-administrator',
  audit: 'audit-administrator',
} as const satisfies Readonly<Record<Duty, Role>>

const codeSetting = 'setup.code'

/**
 * A new one-time code for the console; null once somebody exists. Only its hash is kept, so several programs may serve
 * one database; the code printed last counts.
 */
export async function newSetupCode(context: Context): Promise<string | null> {
  if (!(await people.none(context.db))) return null
  const code = `${randomText(5)}-${randomText(5)}-${randomText(5)}`
  await withTx(context.db, (tx) => settings.save(tx, codeSetting, hashOfSecret(code), stampOf(context)))
  return code
}

export const getSetup = async ({ db }: Context, demonstration: boolean): Promise<SetupState> => ({
  open: await people.none(db),
  demonstration,
  profiles: profiles.map(({ id, title }) => ({ id, title })),
})

/** Problems: setup.done, setup.codeWrong, setup.invalid, profile.unknown, password.refused. */
export async function setUp(context: Context, setup: Setup): Promise<{ organisation: string; finance: string }> {
  refuseInvalid(setup)
  for (const person of Object.values(setup.administrators)) refuseWeakPassword(person.password, person, defaultSecurity)
  if (!(await people.none(context.db))) throw problem('setup.done', {})
  await refuseWrongCode(context, setup.code)
  // What the code proves is the access of the console, which is the command line's.
  return createAll({ ...context, actor: { ...system, name: '初始设置' } }, setup, false)
}

/**
 * The same for whoever sits at the machine: no code, and each administrator gets a one-time password, in the order of
 * `duties`. Problems: setup.done, setup.invalid, profile.unknown.
 */
export async function setUpHere(
  context: Context,
  place: Place<Omit<Administrator, 'password'>>,
): Promise<readonly { readonly login: string; readonly password: string; readonly role: Role }[]> {
  refuseInvalid(place)
  if (!(await people.none(context.db))) throw problem('setup.done', {})
  const given = ({ login, name }: Omit<Administrator, 'password'>) => ({ login, name, password: oneTimePassword() })
  const { system: runs, security, audit } = place.administrators
  const administrators = { system: given(runs), security: given(security), audit: given(audit) }
  await createAll(context, { ...place, administrators }, true)
  return Object.entries(duties).map(([duty, role]) => {
    const { login, password } = administrators[duty as Duty] // the keys of duties
    return { login, password, role }
  })
}

async function createAll(context: Context, place: Place<Administrator>, mustChangePassword: boolean) {
  const hashed = await hashPasswords(place)
  return withTx(context.db, async (tx) => {
    await settings.lock(tx)
    if (!(await people.none(tx))) throw problem('setup.done', {})
    return create(context, tx, place, { hashed, mustChangePassword })
  })
}

type Passwords = { readonly hashed: ReadonlyMap<string, string>; readonly mustChangePassword: boolean }

async function create(
  context: Context,
  tx: Tx,
  setup: Place<Administrator>,
  { hashed, mustChangePassword }: Passwords,
) {
  const stamp = stampOf(context)
  const region = organisation(stamp.newId(), 'region', setup.region, null, stamp.now)
  const finance = organisation(stamp.newId(), 'finance', setup.finance, region, stamp.now)
  await organisations.insertAll(tx, [region, finance])
  for (const [duty, role] of Object.entries(duties)) {
    const { login, name } = setup.administrators[duty as Duty] // the keys of duties
    const hash = hashed.get(login) ?? ''
    const person = { login, name, organisation: region.id, hash, mustChangePassword }
    const id = await insertPerson(context, tx, person, stamp)
    await grants.create(tx, { id: stamp.newId(), person: id, role, organisation: region.id }, stamp)
  }
  await settings.save(tx, 'place', { name: region.name, profile: setup.profile, organisation: region.id }, stamp)
  await settings.remove(tx, codeSetting)
  const details = { place: region.name, profile: setup.profile }
  await events.record(tx, { region: region.name, name: 'setup.run', subject: region.id, details }, stamp)
  return { organisation: region.id, finance: finance.id }
}

function organisation(
  id: string,
  kind: OrganisationKind,
  { code, name }: Named,
  parent: Organisation | null,
  now: Date,
): Organisation {
  return {
    id,
    kind,
    code,
    name,
    parentId: parent?.id ?? null,
    path: `${parent?.path ?? '/'}${id}/`,
    region: parent?.region ?? name,
    validFrom: now.toISOString().slice(0, 10),
    validTo: null,
  }
}

function refuseInvalid({ region, finance, profile, administrators }: Place<Pick<Administrator, 'login'>>): void {
  const fault =
    codeFault('region', region.code) ??
    nameFault(region.name) ??
    codeFault('finance', finance.code) ??
    nameFault(finance.name)
  if (fault) throw problem('setup.invalid', { reason: fault })
  if (!profiles.some(({ id }) => id === profile))
    throw problem('profile.unknown', { id: profile, known: profiles.map(({ id }) => id).join('、') })
  const people = Object.values(administrators)
  if (new Set(people.map(({ login }) => login)).size < people.length)
    throw problem('setup.invalid', { reason: '三个管理员须由不同的人担任，登录名不能相同（三员分立）。' })
}

/** Uses the code up, so that it opens one thing only. Problem: setup.codeWrong. */
export async function takeSetupCode(context: Context, tx: Tx, code: string): Promise<void> {
  await refuseWrongCode(context, code)
  await settings.remove(tx, codeSetting)
}

async function refuseWrongCode({ db }: Context, code: string): Promise<void> {
  const expected = await settings.load(db, codeSetting)
  const given = hashOfSecret(code.trim().toLowerCase())
  if (typeof expected === 'string' && timingSafeEqual(Buffer.from(expected), Buffer.from(given))) return
  throw problem('setup.codeWrong', {})
}

async function hashPasswords({ administrators }: Place<Administrator>): Promise<ReadonlyMap<string, string>> {
  const entries: [string, string][] = []
  for (const { login, password } of Object.values(administrators)) entries.push([login, await hashPassword(password)])
  return new Map(entries)
}
