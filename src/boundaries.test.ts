// Who may import whom, as a table. A folder missing from the table fails, and so does a line whose folder is gone.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { expect, it } from 'vitest'

const mayImport: Record<string, readonly string[]> = {
  actions: ['kernel', 'documents', 'store', 'api'],
  api: ['kernel'],
  cli: ['kernel', 'documents', 'actions', 'store', 'http', 'api'],
  documents: ['kernel'],
  http: ['kernel', 'api', 'actions'],
  kernel: [],
  store: ['kernel'],
  web: ['kernel', 'api'],
}

/** npm packages a folder may use. Node's own modules count as "node". */
const mayUse: Record<string, readonly string[]> = {
  actions: ['node', 'otpauth', 'uqr', 'openid-client', '@zxcvbn-ts/core', '@zxcvbn-ts/language-common', 'zod'],
  api: ['zod'],
  cli: ['commander', 'node', 'pino', 'zod'],
  documents: ['node', 'saxes', 'parse5', 'hucre', 'pdfjs-dist', 'harfbuzzjs', 'zod'],
  http: ['fastify', '@fastify/static', '@fastify/rate-limit', 'pino', 'prom-client', 'node', 'zod'],
  kernel: ['zod', 'decimal.js'],
  store: ['kysely', 'pg', 'pg-boss', 'aws4fetch', 'node', 'zod'],
  web: [
    'react',
    'react-dom',
    'react-router',
    'antd',
    'echarts',
    '@tanstack/react-query',
    '@ant-design/icons',
    'pdfjs-dist',
    'vite',
    'zod',
  ],
}

const src = import.meta.dirname
const folder = (file: string) => relative(src, file).split(sep)[0] as string
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((name) => resolve(src, name))
  .filter((file) => /\.tsx?$/.test(file) && relative(src, file).includes(sep))
const production = files.filter((file) => !/(\.test|test-kit)\.tsx?$/.test(file))

/** `import … from 'x'`, `export … from 'x'`, `import 'x'`, `import('x')`; words like "from" in a statement of SQL are none. */
const importing = /^(?:import|export)\s(?:[^'"`;]*?\sfrom\s+)?'([^']+)'|\bimport\s*\(\s*'([^']+)'/gm
const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(importing)].flatMap((m) => m[1] ?? m[2] ?? [])
const packageOf = (name: string) => {
  if (name.startsWith('node:')) return 'node'
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
}

it('lists every folder, and only folders that exist', () => {
  const folders = [...new Set(files.map(folder))].sort()
  expect(Object.keys(mayImport).sort()).toEqual(folders)
  expect(Object.keys(mayUse).sort()).toEqual(folders)
})

it('imports run one way', () => {
  const wrong = production.flatMap((file) =>
    importsOf(file)
      .filter((to) => to.startsWith('.'))
      .map((to) => folder(resolve(dirname(file), to)))
      .filter((to) => to !== folder(file) && !mayImport[folder(file)]?.includes(to))
      .map((to) => `${relative(src, file)} may not import ${to}`),
  )
  expect(wrong).toEqual([])
})

it('each folder uses only its packages', () => {
  const wrong = production.flatMap((file) =>
    importsOf(file)
      .filter((to) => !to.startsWith('.'))
      .map(packageOf)
      .filter((to) => !mayUse[folder(file)]?.includes(to))
      .map((to) => `${relative(src, file)} may not use ${to}`),
  )
  expect(wrong).toEqual([])
})

it('the kernel never asks for the clock, chance or another thread of work', () => {
  const forbidden = /\bnew Date\(\)|Date\.now\(|Math\.random\(|\basync\b|\bawait\b/
  const wrong = production.filter((file) => folder(file) === 'kernel' && forbidden.test(readFileSync(file, 'utf8')))
  expect(wrong.map((file) => relative(src, file))).toEqual([])
})

it('no file is longer than 400 lines', () => {
  const long = files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 401)
  expect(long.map((file) => relative(src, file))).toEqual([])
})

it('no file comes back to itself through what it imports', () => {
  const imports = new Map(
    production.map((file) => [
      file,
      importsOf(file)
        .filter((to) => to.startsWith('.'))
        .map((to) => resolve(dirname(file), to)),
    ]),
  )
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file))
      circles.push([...way.slice(way.indexOf(file)), file].map((f) => relative(src, f)).join(' → '))
    else if (!done.has(file)) {
      for (const next of imports.get(file) ?? []) walk(next, [...way, file])
      done.add(file)
    }
  }
  for (const file of production) walk(file, [])
  expect(circles).toEqual([])
})
