// One folder a run for what its files share (test/once.ts): gone with the run, and made anew when files have changed.
import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    readonly shared: string
  }
}

export const runPrefix = 'hengji-test-run-'

export function setup(project: TestProject): () => void {
  const shared = join(tmpdir(), `${runPrefix}${randomBytes(4).toString('hex')}`)
  const empty = () => {
    rmSync(shared, { recursive: true, force: true })
    mkdirSync(shared, { mode: 0o700 })
  }
  empty()
  project.provide('shared', shared)
  project.onTestsRerun(empty)
  return () => rmSync(shared, { recursive: true, force: true, maxRetries: 5 })
}
