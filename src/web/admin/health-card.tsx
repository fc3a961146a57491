// Whether the program and its database answer, and how fast.
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Descriptions } from 'antd'
import { health } from '../../api/health.ts'
import { call } from '../call.ts'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { useSystemWords } from '../words/system.ts'

async function timed() {
  const from = performance.now()
  const answer = await call(health.get, {})
  return { ...answer, ms: Math.round(performance.now() - from) }
}

export function HealthCard() {
  const words = useSystemWords()
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: [health.get.path, 'timed'],
    queryFn: timed,
    staleTime: 0,
  })
  return (
    <Card
      className="card"
      title={<h2 className="card-title">{words.state}</h2>}
      extra={
        <Button loading={isFetching} onClick={() => void refetch()}>
          {words.check}
        </Button>
      }
    >
      {error && <RefusalNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading what={words.state} />}
      {data && !error && (
        <Descriptions
          column={1}
          size="small"
          items={[
            { key: 'state', label: words.state, children: `${words.alive}，${words.answered(data.ms)}` },
            { key: 'database', label: words.database, children: data.database },
          ]}
        />
      )}
    </Card>
  )
}
