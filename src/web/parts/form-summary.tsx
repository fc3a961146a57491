import type { Doubt, NotRead } from '../../kernel/form/form.ts'
import { profiles } from '../../kernel/profile/index.ts'
import type { Severity } from '../../kernel/profile/profile.ts'
import type { FormCheck } from '../../kernel/review/check.ts'
import { countOf, isScored, missedReasons, severities, severityLabel } from '../../kernel/review/words.ts'
import { LightNote } from './light-note.tsx'

type Props = { readonly check: FormCheck; readonly doubts: readonly Doubt[]; readonly notRead: readonly NotRead[] }

const titleOf = (profile: string): string => profiles.find((p) => p.id === profile)?.title ?? profile

/** One line that answers: how many findings, does the score hold, under which rules; and what could not be read or checked. */
export function FormSummary({ check, doubts, notRead }: Props) {
  const count = (severity: Severity) => countOf(check.findings, severity)
  return (
    <div className="form-summary">
      <p>
        {severities.map((s) => (
          <span key={s} className={count(s) > 0 ? `tag tag-${s}` : 'tag'}>
            {severityLabel[s]} {count(s)}
          </span>
        ))}
        <span className="tag">通过 {check.passed} 条</span>
        <span className="form-summary-profile" title={check.profile}>
          {titleOf(check.profile)}
        </span>
      </p>
      {isScored(check) && (
        <p className="form-summary-score">
          总分：填报 <b>{check.total.printed ?? '—'}</b>，复算 <b>{check.total.computed ?? '—'}</b>　等级：填报{' '}
          <b>{check.grade.printed ?? '—'}</b>，复算 <b>{check.grade.computed ?? '—'}</b>
        </p>
      )}
      {check.lights.map((light) => (
        <LightNote key={light.light} light={light} />
      ))}
      {check.notChecked.length > 0 && (
        <details>
          <summary>未能检查 {check.notChecked.length} 项</summary>
          <ul>
            {missedReasons(check.notChecked).map(({ reason, rules }) => (
              <li key={reason}>
                {reason}（{rules.join('、')}）
              </li>
            ))}
          </ul>
        </details>
      )}
      {doubts.length > 0 && (
        <details open>
          <summary>未读出 {doubts.length} 处</summary>
          <ul>
            {doubts.map((d) => (
              <li key={`${d.path} ${d.message}`}>
                {d.message}
                {d.line ? `（第 ${d.line} 行）` : ''}
              </li>
            ))}
          </ul>
        </details>
      )}
      {notRead.length > 0 && (
        <details open>
          <summary>未归入任何项目的内容 {notRead.length} 处</summary>
          <ul>
            {notRead.map(({ label, text, why, line }) => (
              <li key={`${line} ${label} ${text}`}>
                {label === null ? '' : `${label}：`}“{text.slice(0, 80)}”{line ? `（第 ${line} 行）` : ''}，{why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
