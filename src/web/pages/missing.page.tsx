import { Link } from 'react-router'
import { paths } from '../paths.ts'
import { useWords } from '../words.ts'

export default function MissingPage() {
  const words = useWords()
  return (
    <div className="page">
      <title>{`${words.missing} · ${words.system}`}</title>
      <h1>{words.missing}</h1>
      <p>
        {words.missingHint} <Link to={paths.check()}>{words.check}</Link> ·{' '}
        <Link to={paths.forms()}>{words.forms}</Link>
      </p>
    </div>
  )
}
