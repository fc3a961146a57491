// Why a write was refused: the sentence, and each field or cell it names.
import { Alert } from 'antd'
import { Refusal } from '../call.ts'
import { sentenceOf } from '../parts/refusal.tsx'
import { useWords } from '../words.ts'

export function RefusalList({ refusal }: { readonly refusal: Error | null }) {
  const words = useWords()
  if (!refusal) return null
  const errors = refusal instanceof Refusal ? refusal.errors : []
  return (
    <Alert
      className="form-alert"
      type="error"
      showIcon
      role="alert"
      title={sentenceOf(refusal, words)}
      description={
        errors.length > 0 && (
          <ul className="plain">
            {errors.map(({ path, message }) => (
              <li key={`${path} ${message}`}>{message}</li>
            ))}
          </ul>
        )
      }
    />
  )
}
