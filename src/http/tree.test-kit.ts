// What nearly every test over HTTP begins with: a database, a server on it, and the organisations of a region.
import { afterAll, beforeAll } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import type { AppOptions } from './app.ts'
import { makeTree, openBrowser, startTestServer, type TestServer, type Tree } from './server.test-kit.ts'

/** There from the first test on. `options`: asked for before the server starts. */
export function serverOfTree(
  options: () => Partial<AppOptions> | Promise<Partial<AppOptions>> = () => ({}),
  start?: Date,
) {
  const database = testDatabase()
  let server: TestServer
  let tree: Tree
  beforeAll(async () => {
    server = await startTestServer(database, await options(), start)
    tree = await makeTree(server.context)
  })
  afterAll(() => server.close())
  const browser = () => openBrowser(server.origin)
  return {
    database,
    browser,
    get server() {
      return server
    },
    get tree() {
      return tree
    },
    /** A browser somebody has signed in with. */
    signedIn: async (login: string, password?: string) => {
      const page = browser()
      await page.signIn(login, password)
      return page
    },
  }
}
