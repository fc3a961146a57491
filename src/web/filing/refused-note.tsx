import { Alert } from 'antd'
import type { Refusal } from '../call.ts'
import { labelOf } from '../parts/cell-words.ts'
import { useReviewWords } from '../words/review.ts'
import { withoutFirst } from './refused-title.ts'

const shown = 50

type Props = {
  readonly refused: Refusal
  readonly onClose: () => void
  /** Goes to the cell a path names. */
  readonly onChoose: (path: string) => void
}

/** Why something was refused, place by place; each leads to its cell. */
export function RefusedNote({ refused: { message, errors }, onClose, onChoose }: Props) {
  const words = useReviewWords()
  const list = errors.length > 0 && (
    <ol className="finding-list refused-list" aria-label={words.refusedPlaces} lang="zh-CN">
      {errors.slice(0, shown).map(({ path, message: what }) => (
        <li key={`${path} ${what}`}>
          {path === '' ? (
            <p>{what}</p>
          ) : (
            <button type="button" className="finding-link" onClick={() => onChoose(path)}>
              <b>{labelOf(path)}</b>　{what}
            </button>
          )}
        </li>
      ))}
      {errors.length > shown && <li>{words.moreRefused(errors.length - shown)}</li>}
    </ol>
  )
  return (
    <Alert
      type="error"
      showIcon
      closable={{ onClose }}
      title={withoutFirst(
        message,
        errors.map(({ message: what }) => what),
      )}
      description={list}
    />
  )
}
