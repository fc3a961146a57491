import type { Command } from 'commander'
import { duties, setUpHere } from '../actions/set-up.ts'
import { NewLogin } from '../api/people.ts'
import { roles } from '../kernel/policy/roles.ts'
import { problem } from '../kernel/problem.ts'
import { type DatabaseOptions, onDatabase, withDatabaseOptions } from './database-options.ts'
import { print, say } from './outcome.ts'

type Given = DatabaseOptions & {
  readonly region: string
  readonly finance: string
  readonly profile: string
  readonly system: string
  readonly security: string
  readonly audit: string
}

/** `setup`: the place and its three separated administrators, in an empty database. */
export const setupCommand = (program: Command): void => {
  withDatabaseOptions(program.command('setup'))
    .description('初始设置：建立地区、财政部门和三个管理员，打印一次性密码')
    .requiredOption('--region <代码 名称>', '地区，如 "440115 南沙区"')
    .requiredOption('--finance <代码 名称>', '财政部门，如 "900 南沙区财政局"')
    .requiredOption('--profile <口径>', '如 national@2020，见 hengji profiles')
    .requiredOption('--system <登录名 姓名>', roles[duties.system])
    .requiredOption('--security <登录名 姓名>', roles[duties.security])
    .requiredOption('--audit <登录名 姓名>', roles[duties.audit])
    .action(({ region, finance, profile, system, security, audit, ...options }: Given) =>
      onDatabase(options, async (context) => {
        const made = await setUpHere(context, {
          region: pair('--region', region, (code, name) => ({ code, name })),
          finance: pair('--finance', finance, (code, name) => ({ code, name })),
          profile,
          administrators: {
            system: pair('--system', system, person),
            security: pair('--security', security, person),
            audit: pair('--audit', audit, person),
          },
        })
        say('三个管理员的一次性密码，只显示这一次，首次登录时须修改：')
        for (const { login, password, role } of made) print(`${login} ${password} ${roles[role]}`)
      }),
    )
}

/** Two words of one option. */
function pair<T>(option: string, text: string, of: (first: string, second: string) => T): T {
  const [, first, second] = /^(\S+)\s+(.+)$/.exec(text.trim()) ?? []
  if (first === undefined || second === undefined)
    throw problem('input.invalid', { message: `${option} 应写两项，中间空一格，如 --region "440115 南沙区"` })
  return of(first, second)
}

function person(text: string, name: string): { readonly login: string; readonly name: string } {
  const { data: login, error } = NewLogin.safeParse(text)
  if (login === undefined) throw problem('input.invalid', { message: error?.issues[0]?.message ?? text })
  return { login, name }
}
