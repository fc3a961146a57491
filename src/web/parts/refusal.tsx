import { Alert, Button } from 'antd'
import { Refusal } from '../call.ts'
import { useWords, type Words } from '../words.ts'

/** What went wrong, in the server's own words; in ours where it was not asked. */
export function sentenceOf(error: Error, words: Words): string {
  const code = error instanceof Refusal ? error.code : null
  return code === 'offline' ? words.unreachable : code === 'unreadable' ? words.fileChanged : error.message
}

/** Asking again helps where the server did not answer or failed; a refusal stays one. */
const mayPass = (error: Error) => !(error instanceof Refusal) || ['offline', 'internal'].includes(error.code)

type Props = { readonly error: Error; readonly onRetry: () => void }

export function RefusalNote({ error, onRetry }: Props) {
  const words = useWords()
  return (
    <Alert
      type="error"
      showIcon
      title={sentenceOf(error, words)}
      action={mayPass(error) && <Button onClick={onRetry}>{words.retry}</Button>}
    />
  )
}
