import type { Command } from 'commander'
import { namedProfile } from '../actions/check-document.ts'
import { profiles } from '../kernel/profile/index.ts'
import { print, printJson } from './outcome.ts'
import { table } from './table.ts'

/** `profiles`, `profiles show ID`, `profiles diff A B`: the rule packs, readable. */
export const profilesCommand = (program: Command): void => {
  const command = program
    .command('profiles')
    .description('列出口径')
    .action(() =>
      print(
        table(
          [
            { title: '口径', max: 40 },
            { title: '名称', max: 60 },
            { title: '适用地区', max: 40 },
          ],
          profiles.map((p) => [p.id, p.title, p.regions.slice(0, 4).join('、') || '全国']),
        ),
      ),
    )
  command
    .command('show <口径>')
    .description('一个口径的全部取值')
    .action((id: string) => printJson(namedProfile(id)))
  command
    .command('diff <甲> <乙>')
    .description('两个口径的不同之处')
    .action((a: string, b: string) => {
      const [left, right] = [flat(namedProfile(a)), flat(namedProfile(b))]
      const keys = [...new Set([...left.keys(), ...right.keys()])].filter((k) => left.get(k) !== right.get(k))
      print(
        table(
          [
            { title: '取值', max: 44 },
            { title: a, max: 40 },
            { title: b, max: 40 },
          ],
          keys.map((k) => [k, left.get(k) ?? '—', right.get(k) ?? '—']),
        ),
      )
    })
}

/** Every leaf of a value with its path. */
function flat(value: unknown, path = '', into = new Map<string, string>()): Map<string, string> {
  if (value !== null && typeof value === 'object')
    for (const [key, child] of Object.entries(value)) flat(child, path === '' ? key : `${path}.${key}`, into)
  else into.set(path, String(value))
  return into
}
