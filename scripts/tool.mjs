// npm run bench | crash | fuzz | rules | measure: installs what is missing, then runs the program named on the pinned Node.
import { join } from 'node:path'
import { runPinned } from './pinned.mjs'
import { root } from './place.mjs'
import { install } from './setup.mjs'

const [program, ...args] = process.argv.slice(2)
await install({ tools: true })
runPinned([join(root, program), ...args])
