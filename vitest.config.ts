import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest, where a part of the path says so: begun last, it would run alone while other processors idle. */
const dear = ['every-page', 'manual', 'test/journeys/', 'bundle', 'processes', 'src/cli/', 'policy-matrix']

class DearFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => [...dear, ''].findIndex((part) => moduleId.includes(part))
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    setupFiles: ['test/setup.ts'],
    sequence: { sequencer: DearFirst },
    // as many as there are processors: the default leaves one of two idle
    maxWorkers: '100%',
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // a page under test shares its processors with others; the second that is usual is too short
    expect: { poll: { timeout: 30_000 } },
  },
})
