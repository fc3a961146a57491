import { Alert, Button } from 'antd'
import { Refusal } from '../call.ts'
import { useWords, type Words } from '../words.ts'

/** What went wrong, in the server's own words. */
export const sentenceOf = (error: Error, words: Words): string =>
  error instanceof Refusal && error.code === 'offline' ? words.unreachable : error.message

type Props = { readonly error: Error; readonly onRetry: () => void }

export function RefusalNote({ error, onRetry }: Props) {
  const words = useWords()
  return (
    <Alert
      type="error"
      showIcon
      title={sentenceOf(error, words)}
      action={<Button onClick={onRetry}>{words.retry}</Button>}
    />
  )
}
