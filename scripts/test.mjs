// npm test [-- what vitest understands]: installs what is missing, then every check there is. All run, whichever fails.
// Status 2: tests failed and nothing else did.
import { spawnSync } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { modules, root, say } from './place.mjs'
import { install } from './setup.mjs'

await install({ tools: true })

const bin = join(modules, '.bin')
const checks = [
  ['索引', 'node', 'scripts/registry.mjs'],
  ['类型', 'tsc', '-p', '.'],
  ['内核类型', 'tsc', '-p', 'src/kernel'],
  ['规范', 'biome', 'check'],
  ['测试', 'vitest', 'run', '--configLoader=native', ...process.argv.slice(2)],
  ['页面', 'vite', 'build', '--logLevel=error', '--configLoader=native'],
]
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` }

const failed = checks.filter(([name, command, ...args]) => {
  say(`── ${name}`)
  return spawnSync(join(bin, command), args, { cwd: root, env, stdio: 'inherit' }).status !== 0
})
if (failed.length > 0) {
  const names = failed.map(([name]) => name).join('、')
  say(`没有通过：${names}`)
  process.exit(names === '测试' ? 2 : 1)
}
say('全部通过')
