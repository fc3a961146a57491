// One at a time: two installations at work in one folder would destroy each other's.
import { rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { read, root, say } from './place.mjs'

const lock = join(root, '.hengji-installing')
/** Milliseconds after which a lock is nobody's, whoever has the number of its process by now. */
const longest = 900_000

/** Does the work when no other process does. The lock of a process that ended is taken over. */
export async function alone(work) {
  process.once('exit', letGo)
  for (let told = false; !take(); told = true) {
    if (!told) say('另一个程序正在安装，等它完成…')
    await wait(300)
  }
  try {
    return await work()
  } finally {
    letGo()
    process.off('exit', letGo)
  }
}

function take() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    // In a folder that cannot be written the work itself says so better.
    if (error.code !== 'EEXIST') return true
    if (!isHeld()) rmSync(lock, { force: true })
    return false
  }
}

function isHeld() {
  const { mtimeMs } = statSync(lock, { throwIfNoEntry: false }) ?? {}
  const holder = read(lock)
  if (mtimeMs === undefined || holder === undefined || Date.now() - mtimeMs > longest) return false
  try {
    // made a moment ago its number is not written yet: 0 is ourselves, so it counts as held
    process.kill(Number(holder), 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function letGo() {
  if (read(lock) === String(process.pid)) rmSync(lock, { force: true })
}
