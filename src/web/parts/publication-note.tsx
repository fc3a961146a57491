// How a form stands in public: withdrawn or corrected with day and reason, and all that happened.
import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { publications } from '../../api/publications.ts'
import { query } from '../call.ts'
import { moment } from '../show.ts'
import { usePublicationWords } from '../words/publications.ts'

export function PublicationNote({ id }: { readonly id: string }) {
  const words = usePublicationWords()
  const { data } = useQuery(query(publications.steps, { id }))
  const last = data?.at(-1)
  if (!data || !last) return null
  const day = moment(last.at).slice(0, 10)
  return (
    <>
      {last.what === 'retracted' && (
        <Alert
          className="document-note"
          type="error"
          showIcon
          title={words.retractedNote(day, last.reason ?? words.noReason)}
        />
      )}
      {last.what === 'corrected' && (
        <Alert className="document-note" type="warning" showIcon title={words.correctedNote(day)} />
      )}
      {data.length > 1 && (
        <details className="document-note">
          <summary>{words.stepsTitle}</summary>
          <ol>
            {data.map(({ what, at, reason }) => (
              <li key={`${what} ${at}`}>
                {moment(at).slice(0, 10)} {words.steps[what]}
                {reason === null ? '' : `：${reason}`}
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}
