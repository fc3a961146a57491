// The examples of a rule, judged as the page is drawn: what is shown is what the engine says.
import { printedAt } from '../../kernel/form/path.ts'
import { profileOf } from '../../kernel/profile/choose.ts'
import type { Example, ReviewRule } from '../../kernel/review/review-rule.ts'
import { scoreForm } from '../../kernel/scoring/engine.ts'
import { useRuleWords } from '../words/rules.ts'

const usual = 'national@2020'

function judged(rule: ReviewRule, { form, profile: id = usual, related = {} }: Example) {
  const profile = profileOf(id)
  return profile
    ? rule.run({ form, profile, scores: scoreForm(form, profile), related })
    : { findings: [], notChecked: [] }
}

const nameOf = ({ form }: Example): string => form.project?.name ?? form.department?.name ?? form.title ?? '—'

export function RuleExamples({ rule }: { readonly rule: ReviewRule }) {
  const words = useRuleWords()
  const { passes, fails, unable = [] } = rule.examples()
  return (
    <div lang="zh-CN">
      <h2>{words.fails}</h2>
      {fails.map(([example, , path], i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: examples have no name but their place
        <Failing key={i} rule={rule} example={example} path={path} />
      ))}
      <h2>{words.passes}</h2>
      <ul>
        {passes.map((example, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: examples have no name but their place
          <li key={i}>
            {nameOf(example)}
            <Row example={example} />
            <Origin example={example} />
          </li>
        ))}
      </ul>
      {unable.length > 0 && <h2>{words.unable}</h2>}
      <ul>
        {[...new Set(unable.flatMap((example) => judged(rule, example).notChecked.map(({ reason }) => reason)))].map(
          (reason) => (
            <li key={reason}>{reason}</li>
          ),
        )}
      </ul>
    </div>
  )
}

type FailingProps = { readonly rule: ReviewRule; readonly example: Example; readonly path: string }

function Failing({ rule, example, path }: FailingProps) {
  const finding = judged(rule, example).findings.find((one) => one.path === path)
  if (!finding) return null
  const printed = finding.quote ?? printedAt(example.form, path)
  return (
    <article className="example">
      <p>
        <b>{finding.indicator ?? nameOf(example)}</b>
        {printed !== null && <>　“{printed}”</>}
        <Origin example={example} />
      </p>
      <p>{finding.message}</p>
      {finding.arithmetic && <p className="note-inline">{finding.arithmetic}</p>}
    </article>
  )
}

/** First indicator of the example: name, target, actual. */
function Row({ example: { form } }: { readonly example: Example }) {
  const [first] = form.indicators
  const row = [first?.name, first?.target.text, first?.actual?.text].filter(Boolean).join('｜')
  return row === '' ? null : <span className="note-inline">（{row}）</span>
}

function Origin({ example: { from, profile } }: { readonly example: Example }) {
  const words = useRuleWords()
  return (
    <small className="note-inline">
      {from ? `　${words.from(from)}` : ''}
      {profile ? `　${words.under(profile)}` : ''}
    </small>
  )
}
