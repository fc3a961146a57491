import { Empty } from 'antd'
import { memo } from 'react'
import type { Severity } from '../../kernel/profile/profile.ts'
import type { Finding } from '../../kernel/review/review-rule.ts'
import { byGravity, findingFacts, findingText } from '../../kernel/review/words.ts'
import { useFormWords } from '../words/form.ts'

type Props = { readonly findings: readonly Finding[]; readonly onSelect: (finding: Finding) => void }

/** All findings, gravest first; a click goes to the cell. */
export const FindingList = memo(({ findings, onSelect }: Props) => {
  const words = useFormWords()
  if (findings.length === 0) return <Empty description={words.noFindings} image={Empty.PRESENTED_IMAGE_SIMPLE} />
  return (
    <ol className="finding-list" aria-label={words.findings}>
      {byGravity(findings).map((finding) => (
        <li key={`${finding.rule} ${finding.path} ${finding.message}`}>
          <button type="button" className="finding-link" onClick={() => onSelect(finding)}>
            <SeverityTag severity={finding.severity} />
            {findingText(finding)}
          </button>
        </li>
      ))}
    </ol>
  )
})

export function SeverityTag({ severity }: { severity: Severity }) {
  const words = useFormWords()
  return <span className={`tag tag-${severity}`}>{words.severities[severity]}</span>
}

/** Everything a finding says about itself: what, arithmetic, basis, suggestion. */
export const FindingDetail = ({ finding }: { finding: Finding }) => (
  <article className="finding-detail">
    <p className="finding-message">
      <SeverityTag severity={finding.severity} /> {finding.message}
    </p>
    <dl className="facts">
      {findingFacts(finding).map(({ label, text }) => (
        <Fact key={label} label={label} value={text} />
      ))}
    </dl>
  </article>
)

export const Fact = ({ label, value }: { label: string; value: string }) => (
  <div>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
)
