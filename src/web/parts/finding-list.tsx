import { Empty } from 'antd'
import type { Severity } from '../../kernel/profile/profile.ts'
import type { Finding } from '../../kernel/review/review-rule.ts'
import { severities, severityLabel } from './marks.ts'

type Props = { readonly findings: readonly Finding[]; readonly onSelect: (finding: Finding) => void }

/** All findings, gravest first; a click goes to the cell. */
export function FindingList({ findings, onSelect }: Props) {
  if (findings.length === 0) return <Empty description="没有发现问题" image={Empty.PRESENTED_IMAGE_SIMPLE} />
  const ordered = severities.flatMap((s) => findings.filter((f) => f.severity === s))
  return (
    <ol className="finding-list" aria-label="问题清单">
      {ordered.map((finding) => (
        <li key={`${finding.rule} ${finding.path} ${finding.message}`}>
          <button type="button" className="finding-link" onClick={() => onSelect(finding)}>
            <SeverityTag severity={finding.severity} />
            {finding.indicator && <strong>{finding.indicator}：</strong>}
            {finding.message}
          </button>
        </li>
      ))}
    </ol>
  )
}

export const SeverityTag = ({ severity }: { severity: Severity }) => (
  <span className={`tag tag-${severity}`}>{severityLabel[severity]}</span>
)

/** Everything a finding says about itself: what, arithmetic, basis, suggestion. */
export const FindingDetail = ({ finding }: { finding: Finding }) => (
  <article className="finding-detail">
    <p className="finding-message">
      <SeverityTag severity={finding.severity} /> {finding.message}
    </p>
    <dl className="facts">
      {finding.arithmetic && <Fact label="算式" value={finding.arithmetic} />}
      {finding.observed !== null && <Fact label="表中" value={finding.observed} />}
      {finding.expected !== null && <Fact label="应为" value={finding.expected} />}
      <Fact label="建议" value={finding.fix} />
      <Fact label="依据" value={`${finding.basis}（规则 ${finding.rule}）`} />
    </dl>
  </article>
)

export const Fact = ({ label, value }: { label: string; value: string }) => (
  <div>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
)
