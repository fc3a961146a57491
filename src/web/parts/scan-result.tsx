// What was found before publication: form by form, each place a link to its form.
import { Alert, Tag } from 'antd'
import { Link } from 'react-router'
import type { Scan } from '../../api/compilations.ts'
import { paths } from '../paths.ts'
import { useCompileWords } from '../words/compile.ts'

export function ScanResult({ scan: { forms, undrawn } }: { readonly scan: Scan }) {
  const words = useCompileWords()
  const found = forms.filter(({ findings }) => findings.length > 0)
  return (
    <section aria-live="polite">
      {found.length === 0 && <Alert type="success" showIcon title={words.scanClean(forms.length)} />}
      {undrawn.length > 0 && <Alert type="warning" showIcon title={words.undrawn(undrawn.slice(0, 20).join(' '))} />}
      {found.length > 0 && (
        <>
          <h2>{words.scanFound(found.length)}</h2>
          <ul className="underlined">
            {found.map(({ id, year, name, findings, unfit }) => (
              <li key={id}>
                <Link to={paths.form(id)}>
                  {year} {name}
                </Link>{' '}
                {unfit && <Tag color="error">{words.unfit}</Tag>}
                <ul>
                  {findings.map(({ rule, path, message, quote }) => (
                    <li key={`${rule} ${path} ${message}`}>
                      <span className="note">{rule}</span> {message} <span className="note">{quote}</span>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
