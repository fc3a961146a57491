import type { Doubt, NotRead } from '../../kernel/form/form.ts'
import { profiles } from '../../kernel/profile/index.ts'
import type { Severity } from '../../kernel/profile/profile.ts'
import type { FormCheck } from '../../kernel/review/check.ts'
import { countOf, isScored, missedReasons, severities } from '../../kernel/review/words.ts'
import { useFormWords } from '../words/form.ts'
import { LightNote } from './light-note.tsx'

type Props = { readonly check: FormCheck; readonly doubts: readonly Doubt[]; readonly notRead: readonly NotRead[] }

const titleOf = (profile: string): string => profiles.find((p) => p.id === profile)?.title ?? profile

/** One line that answers: how many findings, does the score hold, under which rules; and what could not be read or checked. */
export function FormSummary({ check, doubts, notRead }: Props) {
  const words = useFormWords()
  const count = (severity: Severity) => countOf(check.findings, severity)
  return (
    <div className="form-summary">
      <p>
        {severities.map((s) => (
          <span key={s} className={count(s) > 0 ? `tag tag-${s}` : 'tag'}>
            {words.severities[s]} {count(s)}
          </span>
        ))}
        <span className="tag">{words.passed(check.passed)}</span>
        <span className="form-summary-profile" title={check.profile}>
          {titleOf(check.profile)}
        </span>
      </p>
      {isScored(check) && (
        <p className="form-summary-score">
          {words.total}：{words.printed} <b>{check.total.printed ?? '—'}</b>，{words.computed}{' '}
          <b>{check.total.computed ?? '—'}</b>　{words.grade}：{words.printed} <b>{check.grade.printed ?? '—'}</b>，
          {words.computed} <b>{check.grade.computed ?? '—'}</b>
        </p>
      )}
      {check.lights.map((light) => (
        <LightNote key={light.light} light={light} />
      ))}
      {check.notChecked.length > 0 && (
        <details>
          <summary>{words.notChecked(check.notChecked.length)}</summary>
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
          <summary>{words.doubts(doubts.length)}</summary>
          <ul>
            {doubts.map((d) => (
              <li key={`${d.path} ${d.message}`}>
                {d.message}
                {d.line ? words.line(d.line) : ''}
              </li>
            ))}
          </ul>
        </details>
      )}
      {notRead.length > 0 && (
        <details open>
          <summary>{words.notRead(notRead.length)}</summary>
          <ul>
            {notRead.map(({ label, text, why, line }) => (
              <li key={`${line} ${label} ${text}`}>
                {label === null ? '' : `${label}：`}“{text.slice(0, 80)}”{line ? words.line(line) : ''}，{why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
