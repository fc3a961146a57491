// What is dear to make and only read is made once a run of the tests, by the first who asks, and shared by all workers.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inject } from 'vitest'

/** `make` is given an empty folder of its own; what it answers must survive JSON. Whoever comes meanwhile waits. */
export async function once<T>(name: string, make: (folder: string) => Promise<T>): Promise<T> {
  const folder = join(inject('shared'), name)
  const told = `${folder}.json`
  if (isFirst(folder)) {
    writeFileSync(`${told}.half`, JSON.stringify(await outcomeOf(() => make(folder))))
    renameSync(`${told}.half`, told)
  }
  while (!existsSync(told)) await sleep(50)
  const outcome = JSON.parse(readFileSync(told, 'utf8')) as Outcome<T> // written above
  if ('failed' in outcome) throw new Error(`${name} could not be made: ${outcome.failed}`)
  return outcome.made
}

type Outcome<T> = { readonly made: T } | { readonly failed: string }

async function outcomeOf<T>(make: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { made: await make() }
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false // another worker, or a file before
  }
}
