import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts'],
    globalSetup: ['test/global-setup.ts'],
    setupFiles: ['test/setup.ts'],
    // as many as there are processors: the default leaves one of two idle
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // a page under test shares its processors with others; the second that is usual is too short
    expect: { poll: { timeout: 30_000 } },
  },
})
