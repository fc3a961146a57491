// npm start [-- --port N --data DIR]: installs what is missing, then serves.
import { join } from 'node:path'
import { runPinned } from './pinned.mjs'
import { buildPage, install, root } from './setup.mjs'

install({ tools: false })
buildPage()
runPinned([join(root, 'src', 'cli.ts'), 'serve', ...process.argv.slice(2)])
