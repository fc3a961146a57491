// Rewrites the index of every folder whose files each define one thing. Run by `npm test`, the build and by hand:
//   node scripts/registry.mjs
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

/** folder → [name of the list, how its files end, constructor, where it comes from] */
const registries = [
  ['src/kernel/review/rules', 'rules', '.ts', 'ReviewRule', '../review-rule.ts'],
  ['src/kernel/scoring/methods', 'scoringMethods', '.ts', 'ScoringMethod', '../scoring-method.ts'],
  ['src/kernel/layout', 'layouts', '.layout.ts', 'Layout', './layout.ts'],
  ['src/kernel/profile', 'profiles', '.profile.ts', 'Profile', './profile.ts'],
]

for (const [folder, name, ending, type, from] of registries) {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith(ending) && !file.endsWith('index.ts') && !file.endsWith('.test.ts'))
    .sort((a, b) => (a.split('/').at(-1) < b.split('/').at(-1) ? -1 : 1))
    .map((file) => {
      const exported = /^export const (\w+)/m.exec(readFileSync(`${folder}/${file}`, 'utf8'))?.[1]
      if (!exported) throw new Error(`${folder}/${file}: no "export const"`)
      return { file, exported }
    })
  const text = [
    '// Written by scripts/registry.mjs. Do not edit.',
    ...entries.map((e) => `import { ${e.exported} } from './${e.file}'`),
    `import type { ${type} } from '${from}'`,
    '',
    `export const ${name}: readonly ${type}[] = [`,
    ...entries.map((e) => `  ${e.exported},`),
    ']',
    '',
  ].join('\n')
  const path = `${folder}/index.ts`
  let before = ''
  try {
    before = readFileSync(path, 'utf8')
  } catch {}
  if (before !== text) writeFileSync(path, text)
}
