import { Button } from 'antd'
import { useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import { paths } from '../paths.ts'
import { queueAround } from '../review/queue-order.ts'
import { useKeys } from '../review/use-keys.ts'
import { useReviewWords } from '../words/review.ts'

/** Where the filing stands in the queue it was opened from, and the ways on. */
export function QueueSteps({ id }: { readonly id: string }) {
  const words = useReviewWords()
  const navigate = useNavigate()
  const around = useMemo(() => queueAround(id), [id])
  const to = (other: string | undefined) => other !== undefined && void navigate(paths.filing(other))
  useKeys({ j: () => to(around?.next), k: () => to(around?.previous) })
  if (!around) return null
  const { position, total, previous, next } = around
  return (
    <nav className="queue-steps" aria-label={words.title}>
      <Link to={paths.review()}>{words.backToQueue}</Link>
      <Button size="small" disabled={!previous} title={words.position(position, total)} onClick={() => to(previous)}>
        {words.previous}
      </Button>
      <span>{words.position(position, total)}</span>
      <Button size="small" disabled={!next} title={words.position(position, total)} onClick={() => to(next)}>
        {words.next}
      </Button>
    </nav>
  )
}
