// What the documents name is there: files, commands with their options, npm scripts, settings.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Command } from 'commander'
import { expect, it } from 'vitest'
import { settings } from '../src/cli/settings.ts'

const markdown = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.md'))
        .map((name) => join(folder, name))
    : []
const pages = ['.', 'docs', 'docs/manual', 'docs/decisions', 'docs/api', 'docs/format', 'docs/security'].flatMap(
  markdown,
)
const texts = pages.map((path) => ({ path, text: readFileSync(path, 'utf8') }))
const named = (pattern: RegExp): ReadonlyMap<string, string> =>
  new Map(
    texts.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([, found = '']) => [found, path] as const)),
  )

it('links lead somewhere', () => {
  const broken = texts.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !existsSync(join(dirname(path), decodeURI(link))))
      .map((link) => `${path}: ${link}`),
  )
  expect(broken).toEqual([])
})

it('paths of the house exist', () => {
  const own = /`((?:src|test|docs|scripts|bench|deploy|demo|assets|bin)\/[\w./-]+)`/g
  expect([...named(own)].filter(([path]) => !/YYYY/.test(path) && !existsSync(path))).toEqual([])
})

it('npm scripts exist', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object } // our own file
  expect([...named(/npm run ([a-z-]+)/g)].filter(([script]) => !Object.hasOwn(scripts, script))).toEqual([])
})

it('environment variables exist', () => {
  const known = new Set<string>(Object.values(settings).map(({ env }) => env))
  const others = new Set([
    'HENGJI_CONFIG',
    'HENGJI_CHROMIUM',
    'HENGJI_DEBUG',
    'HENGJI_TEST_SEED',
    'HENGJI_TEST_DATABASE_URL',
  ])
  const wrong = [...named(/\b(HENGJI_[A-Z0-9_]+)\b/g)].filter(([name]) => !known.has(name) && !others.has(name))
  expect(wrong).toEqual([])
})

/** Every command by its words: "task open"; asked of the files of src/cli, as the program itself puts them together. */
async function commands(): Promise<ReadonlyMap<string, Command>> {
  const program = new Command('hengji')
  for (const name of readdirSync('src/cli').filter((file) => /^[a-z-]+\.ts$/.test(file))) {
    const module: Readonly<Record<string, unknown>> = await import(`../src/cli/${name.slice(0, -3)}.ts`)
    for (const [word, add] of Object.entries(module))
      if (word.endsWith('Command') && typeof add === 'function') add(program, () => undefined)
  }
  const below = (command: Command, words: string): readonly (readonly [string, Command])[] =>
    command.commands.flatMap((own) => [[`${words}${own.name()}`, own], ...below(own, `${words}${own.name()} `)])
  return new Map(below(program, ''))
}

/** `npx hengji task open 2024 --kind declaration`: the longest command these words begin with, and their options. */
const called = /(?:npx |\.\/)hengji ([a-z][a-z-]*(?: [a-z][a-z-]*)?)([^`\n#|]*)/g

it('commands and their options exist', async () => {
  const known = await commands()
  const uses = texts.flatMap(({ path, text }) =>
    [...text.matchAll(called)].map(([, words = '', rest = '']) => ({ path, words, rest })),
  )
  expect(uses.length).toBeGreaterThan(15)
  const wrong = uses.flatMap(({ path, words, rest }) => {
    const command = known.get(words) ?? known.get(words.split(' ')[0] ?? '')
    if (command === undefined) return [`${path}: hengji ${words}`]
    const options = new Set(command.options.flatMap(({ long }) => long ?? []))
    return [...rest.matchAll(/--[a-z-]+/g)]
      .filter(([option]) => !options.has(option) && option !== '--help')
      .map(([option]) => `${path}: hengji ${words} ${option}`)
  })
  expect(wrong).toEqual([])
})
