// npm run measure: recall and precision of the review against what people found in the five documents.
//   npm run measure -- --misses   also lists the entries no rule answers
//   npm run measure -- --found    also lists which rules answer which entry
import { type How, type Match, type Measured, measure, precision, recall } from '../test/measure.ts'

const hows: readonly How[] = ['deterministic', 'cross_field', 'cross_document', 'semantic']
/** What the project wants to reach; what needs judgement of meaning has no goal. */
const goals: Readonly<Partial<Record<How, number>>> = { deterministic: 0.95, cross_field: 0.8, cross_document: 0.8 }

const percent = (share: number | null): string => (share === null ? '–' : `${(100 * share).toFixed(1)} %`)
const cells = (widths: readonly number[], ...texts: readonly (string | number)[]): string =>
  texts
    .map((text, i) =>
      String(text)
        .padStart(i === 0 ? 0 : (widths[i] ?? 0))
        .padEnd(widths[i] ?? 0),
    )
    .join('  ')

function printRules(measured: Measured): void {
  const widths = [5, 7, 8, 6, 6, 8, 8, 9]
  console.log(cells(widths, 'rule', 'entries', 'findings', 'listed', 'judged', 'doubtful', 'unjudged', 'precision'))
  const rules = [...new Set(measured.findings.map(({ rule }) => rule))].toSorted()
  for (const rule of rules) {
    const entries = measured.matches.filter(({ by }) => by.some((finding) => finding.rule === rule)).length
    const findings = measured.findings.filter((finding) => finding.rule === rule)
    const { listed, judgedTrue, judgedFalse, unjudged, share } = precision(measured, rule)
    const isAdvice = findings.every(({ severity }) => severity === 'advice')
    const judged = isAdvice ? ['advice'] : [listed, judgedTrue + judgedFalse, judgedFalse, unjudged, percent(share)]
    console.log(cells(widths, rule, entries, findings.length, ...judged))
  }
}

function printTotals(measured: Measured): void {
  for (const how of hows) {
    const { found, all } = recall(measured, how)
    const goal = goals[how] === undefined ? '' : `  (goal ${percent(goals[how])})`
    console.log(`recall ${how.padEnd(14)} ${found}/${all} = ${percent(found / all)}${goal}`)
  }
  const { listed, judgedTrue, judgedFalse, unjudged, share } = precision(measured)
  console.log(
    `precision of errors and warnings: ${listed} answer an entry; of the other ${judgedTrue + judgedFalse + unjudged}, ${judgedTrue + judgedFalse} were judged, ${judgedTrue} true → ${percent(share)}  (goal 95.0 %)`,
  )
}

const show = ({ entry, by }: Match): string =>
  [
    `${entry.how} ${entry.file.slice(0, 3)}#${entry.form}`,
    ...[entry.location, entry.category, entry.quotes.join(' // '), entry.what],
    [...new Set(by.map(({ rule }) => rule))].join(' '),
  ].join(' | ')

const measured = measure()
printRules(measured)
if (process.argv.includes('--found'))
  for (const match of measured.matches) if (match.by.length > 0) console.log(show(match))
if (process.argv.includes('--misses'))
  for (const match of measured.matches) if (match.by.length === 0) console.log(show(match))
printTotals(measured)
