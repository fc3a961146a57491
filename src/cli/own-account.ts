// `person change-password`, `person token`: what a person does with the own account, proven by the own password.
import type { Command } from 'commander'
import { changePassword } from '../actions/change-password.ts'
import { signOut } from '../actions/close-sessions.ts'
import type { Context } from '../actions/context.ts'
import { actorOfSession } from '../actions/identify.ts'
import { createToken, tokenScopes } from '../actions/own-tokens.ts'
import { type SignedIn, signIn } from '../actions/sign-in.ts'
import { Login } from '../api/sessions.ts'
import { InputProblem } from '../documents/input-problem.ts'
import { problem } from '../kernel/problem.ts'
import { type DatabaseOptions, onStoredData, withDatabaseOptions } from './database-options.ts'
import { print, say } from './outcome.ts'
import { secrets } from './secret.ts'

const caller = { agent: '命令行', address: '本机' }

export function ownAccountCommands(command: Command): void {
  withDatabaseOptions(command.command('change-password <登录名>'))
    .description('本人修改密码（从标准输入读取现密码和新密码，一行一个）')
    .action(async (login: string, options: DatabaseOptions) => {
      const [current = '', next = ''] = await secrets('现密码', '新密码')
      await asPerson(options, login, current, async (context) => {
        const opened = await changePassword(context, { current, next, ...caller })
        print('密码已修改。')
        return opened
      })
    })
  withDatabaseOptions(command.command('token <登录名>'))
    .description('本人取得访问令牌（从标准输入读取密码）；设为 HENGJI_TOKEN 后，命令以本人的名义和权限办理')
    .option('--days <天数>', '有效天数', '30')
    .option('--name <用途>', '用途', '命令行')
    .action(async (login: string, { days, name, ...options }: DatabaseOptions & { days: string; name: string }) => {
      if (!/^[1-9]\d{0,2}$/.test(days) || Number(days) > 366)
        throw problem('input.invalid', { message: '--days 应为 1 到 366 的整数' })
      const [password = ''] = await secrets('密码')
      await asPerson(options, login, password, async (context, opened) => {
        const scopes = tokenScopes(context)
        if (context.actor.limit === 'password-change')
          throw new InputProblem('not-readable', `请先修改密码：npx hengji person change-password ${login}`)
        const { secret, expiresAt } = await createToken(context, { name, scopes, days: Number(days) })
        say(`${login} 的访问令牌，只显示这一次，${expiresAt.slice(0, 10)} 到期：`)
        print(secret)
        return opened
      })
    })
}

/** Signs in, does the work as that person, and signs out of the session the work answers. */
const asPerson = (
  options: DatabaseOptions,
  login: string,
  password: string,
  work: (context: Context, opened: SignedIn) => Promise<SignedIn>,
): Promise<void> =>
  onStoredData(options, async (context) => {
    const opened = await signIn(context, { login: Login.parse(login), password, ...caller })
    const actor = await actorOfSession(context, opened.secret)
    if (actor === undefined)
      throw new InputProblem('not-readable', `${login} 须用验证器登录，请在页面“我的账号”里办理。`)
    const last = await work({ ...context, actor }, opened)
    await signOut(context, last.secret)
  })
