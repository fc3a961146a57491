import { Alert, Button } from 'antd'
import { useWords } from '../words.ts'

/** A page that could not be loaded: the program was stopped, or updated since this page was opened. */
export function PageFailure() {
  const words = useWords()
  return (
    <Alert
      type="error"
      showIcon
      title={words.pageFailed}
      action={<Button onClick={() => location.reload()}>{words.retry}</Button>}
    />
  )
}
