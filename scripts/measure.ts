// npm run measure [-- --misses]: recall and precision of the review against what people found in the five documents.
import { type How, type Match, measure } from '../test/measure.ts'

const { matches, findings } = measure()
const hows: readonly How[] = ['deterministic', 'cross_field', 'cross_document', 'semantic']
for (const how of hows) {
  const all = matches.filter(({ entry }) => entry.how === how)
  const found = all.filter(({ by }) => by.length > 0)
  console.log(`${how.padEnd(16)} ${found.length}/${all.length} ${((100 * found.length) / all.length).toFixed(1)} %`)
}
const show = ({ entry, number, by }: Match): string =>
  `${number} ${entry.how.slice(0, 9)} ${entry.file.slice(0, 3)}#${entry.form} | ${entry.location} | ${entry.category} | ${entry.quotes.join(' // ')} | ${entry.what} | ${[...new Set(by.map((f) => f.rule))].join(',')}`
if (process.argv.includes('--misses'))
  for (const match of matches) if (match.by.length === 0 && match.entry.how !== 'semantic') console.log(show(match))
if (process.argv.includes('--found')) for (const match of matches) if (match.by.length > 0) console.log(show(match))
console.log(findings.length)
