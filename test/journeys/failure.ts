// What a page showed when its journey failed: a failure that comes once in a hundred runs must tell its cause the first time.
import type { Page } from 'playwright-core'
import { onTestFinished } from 'vitest'

/** Ends with the test; where that failed, prints where the page was, what it had complained of and its alerts. */
export function endWithTest(page: Page, complaints: readonly string[], close: () => Promise<void>): void {
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') {
      const alerts = await page
        .locator('[role=alert], [role=dialog]')
        .allInnerTexts()
        .catch(() => [])
      process.stderr.write(`${page.url()}\n${[...complaints, ...alerts].join('\n')}\n`)
    }
    await close()
  })
}
