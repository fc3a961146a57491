// npm start [-- --port N --data DIR]: installs what is missing, then serves.
import { join } from 'node:path'
import { runPinned } from './pinned.mjs'
import { root } from './place.mjs'
import { buildPage, install } from './setup.mjs'

await install({ tools: false })
await buildPage()
const broken = '程序意外停止，原因见上。若是找不到模块，说明安装不完整：请删除 node_modules 目录，再运行 npm start。'
runPinned([join(root, 'src', 'cli.ts'), 'serve', ...process.argv.slice(2)], broken)
