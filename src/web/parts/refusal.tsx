import { Alert, Button } from 'antd'

type Props = { readonly error: Error; readonly onRetry?: (() => void) | undefined }

/** What went wrong, in the server's own words, and a way on. */
export const RefusalNote = ({ error, onRetry }: Props) => (
  <Alert
    type="error"
    showIcon
    title={error.message}
    action={onRetry ? <Button onClick={onRetry}>重试</Button> : undefined}
  />
)
