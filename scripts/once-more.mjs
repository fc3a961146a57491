// node scripts/once-more.mjs REPORT: runs the files in which a run of vitest failed (its JSON report) once more, each
// alone, and names them on standard output. Why: docs/decisions/010. For CI only; `npm test` forgives nothing.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { delimiter, join, relative } from 'node:path'
import { modules, root, say } from './place.mjs'

/** So many are no accident. */
const most = 8

const [report] = process.argv.slice(2)
const bin = join(modules, '.bin')
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` }

const passes = (file) => {
  say(`── 单独重跑 ${file}`)
  const { status } = spawnSync(join(bin, 'vitest'), ['run', '--configLoader=native', file], {
    cwd: root,
    env,
    stdio: ['ignore', 2, 2],
  })
  return status === 0
}
const tell = (line) => process.stdout.write(`${line}\n`)

const failed = failedIn(report)
if (failed === undefined) stop('测试没有跑完，没有结果可以重跑。')
if (failed.length === 0) stop('没有哪个测试文件失败，失败的是别的：请看上面。')
if (failed.length > most) stop(`${failed.length} 个测试文件没有通过，不再重跑：${failed.join('、')}`)
const passed = failed.filter(passes)
const still = failed.filter((file) => !passed.includes(file))
if (passed.length > 0) tell(`第一次没有通过，单独重跑后通过：${passed.join('、')}（须按故障处理）`)
if (still.length > 0) stop(`单独重跑仍没有通过：${still.join('、')}`)

/** Undefined where the run did not come to its end. */
function failedIn(path) {
  try {
    const { testResults } = JSON.parse(readFileSync(path, 'utf8'))
    return testResults.filter(({ status }) => status !== 'passed').map(({ name }) => relative(root, name))
  } catch {
    return undefined
  }
}

function stop(line) {
  tell(line)
  process.exit(1)
}
