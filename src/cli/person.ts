// `person …`: accounts and roles, by whoever sits at the server.
import type { Command } from 'commander'
import { disablePerson, enablePerson } from '../actions/change-person.ts'
import type { Context } from '../actions/context.ts'
import { createPerson } from '../actions/create-person.ts'
import { explainPerson } from '../actions/explain-access.ts'
import { grantRole, revokeRole } from '../actions/grant-role.ts'
import { findPerson, listPeople } from '../actions/list-people.ts'
import { removeFactor, resetPassword, unlockPerson } from '../actions/recover-person.ts'
import { searchOrganisations } from '../actions/search-organisations.ts'
import { NewLogin, type PersonDetails } from '../api/people.ts'
import { allRoles, type Role, roles } from '../kernel/policy/roles.ts'
import { problem } from '../kernel/problem.ts'
import { type DatabaseOptions, onDatabase, withDatabaseOptions } from './database-options.ts'
import { print, say } from './outcome.ts'
import { ownAccountCommands } from './own-account.ts'
import { table } from './table.ts'

type At = DatabaseOptions & { readonly at: string }
const at = ['--at <机构>', '机构的代码、全称或编号'] as const
const roleNames = Object.values(roles).join('、')

export const personCommand = (program: Command): void => {
  const command = program.command('person').description('人员账号与角色')
  const sub = (usage: string, description: string) =>
    withDatabaseOptions(command.command(usage)).description(description)

  sub('list [文字]', '列出人员，可按登录名或姓名查找').action((text: string | undefined, options: DatabaseOptions) =>
    onDatabase(options, (context) => listed(context, text ?? '')),
  )
  sub('show <登录名>', '一个人的角色，以及能做什么、在哪里').action((login: string, options: DatabaseOptions) =>
    onDatabase(options, async (context) => shown(context, await findPerson(context, login))),
  )
  sub('add <登录名> <姓名>', '新建账号，打印一次性密码')
    .requiredOption(...at)
    .action((login: string, name: string, { at: place, ...options }: At) =>
      onDatabase(options, async (context) => {
        const person = { login: loginCalled(login), name, organisation: await organisationAt(context, place) }
        oneTime(person.login, (await createPerson(context, person)).password)
      }),
    )
  sub('grant <登录名> <角色>', `授予角色：${roleNames}`)
    .requiredOption(...at)
    .action((login: string, role: string, { at: place, ...options }: At) =>
      onDatabase(options, async (context) => {
        const { id, name } = await findPerson(context, login)
        const organisation = await organisationAt(context, place)
        await grantRole(context, { id, role: roleCalled(role), organisation })
        print(`${name}（${login}）现为${roles[roleCalled(role)]}。`)
      }),
    )
  sub('revoke <登录名> <角色>', '收回角色')
    .requiredOption(...at)
    .action((login: string, role: string, { at: place, ...options }: At) =>
      onDatabase(options, async (context) => {
        const { id, name, grants } = await findPerson(context, login)
        const organisation = await organisationAt(context, place)
        const held = grants.find((grant) => grant.role === roleCalled(role) && grant.organisation === organisation)
        if (!held) throw problem('grant.notFound', {})
        await revokeRole(context, { id, grant: held.id })
        print(`已收回${name}（${login}）的${held.roleName}。`)
      }),
    )
  sub('reset-password <登录名>', '重置密码，打印一次性密码').action((login: string, options: DatabaseOptions) =>
    onDatabase(options, async (context) => {
      const { id } = await findPerson(context, login)
      oneTime(login, (await resetPassword(context, { id })).password)
    }),
  )
  ownAccountCommands(command)
  const states = [
    ['unlock', '解除锁定', unlockPerson],
    ['disable', '停用', disablePerson],
    ['enable', '启用', enablePerson],
    ['remove-second-factor', '解绑验证器', removeFactor],
  ] as const
  for (const [state, words, change] of states)
    sub(`${state} <登录名>`, words).action((login: string, options: DatabaseOptions) =>
      onDatabase(options, async (context) => {
        const { id, name } = await findPerson(context, login)
        await change(context, { id })
        print(`已${words}：${name}（${login}）。`)
      }),
    )
}

/** The password alone on standard output, so that a script can take it. */
function oneTime(login: string, password: string): void {
  say(`${login} 的一次性密码，只显示这一次，首次登录时须修改：`)
  print(password)
}

async function listed(context: Context, text: string): Promise<void> {
  const columns = [
    { title: '登录名', max: 24 },
    { title: '姓名', max: 16 },
    { title: '所在机构', max: 36 },
    { title: '状态', max: 8 },
  ]
  const rows: (readonly string[])[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page = await listPeople(context, { text, after, limit: 200 })
    for (const { login, name, organisationName, disabledAt } of page.rows)
      rows.push([login, name, organisationName ?? '', disabledAt ? '停用' : ''])
    after = page.next
  }
  print(table(columns, rows))
}

async function shown(context: Context, { id, grants }: PersonDetails): Promise<void> {
  const { person, rows } = await explainPerson(context, { id })
  const columns = [
    { title: '能做什么', max: 30 },
    { title: '在哪里', max: 60 },
  ]
  const able = rows.filter(({ allowed, reach }) => allowed && reach.length > 0 && reach[0] !== '全部')
  print(
    [
      person,
      ...grants.map(({ roleName, organisationName }) => `· ${organisationName}　${roleName}`),
      '',
      table(
        columns,
        able.map(({ title, reach }) => [title, reach.join('、')]),
      ),
    ].join('\n'),
  )
}

function loginCalled(text: string): string {
  const { data, error } = NewLogin.safeParse(text)
  if (data === undefined) throw problem('input.invalid', { message: error?.issues[0]?.message ?? text })
  return data
}

function roleCalled(text: string): Role {
  const role = allRoles.find((id) => id === text || roles[id] === text)
  if (!role) throw problem('input.invalid', { message: `没有角色“${text}”。角色：${roleNames}` })
  return role
}

/** Exactly one in force of this code, name or id. */
async function organisationAt(context: Context, text: string): Promise<string> {
  if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(text)) return text
  const found = await searchOrganisations(context, { text, limit: 200 })
  const exact = found.filter(({ code, name }) => code === text || name === text)
  const [only] = exact
  if (only && exact.length === 1) return only.id
  const choices = exact.map(({ id, name, above }) => `${[...above, name].join('/')}（${id}）`).join('；')
  throw exact.length === 0
    ? problem('organisation.notFound', {})
    : problem('input.invalid', { message: `有 ${exact.length} 个机构叫“${text}”，请用编号：${choices}` })
}
