// Where this checkout stands, and how its scripts speak.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const modules = join(root, 'node_modules')
/** The Node every part of the system runs on. */
export const pinnedNode = join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node')

export const say = (line) => process.stderr.write(`${line}\n`)

/** Ends the program with one line. */
export function fail(line) {
  say(line)
  process.exit(3)
}

/** undefined where it is not there. */
export function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
