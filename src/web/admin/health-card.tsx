// Whether the program and its database answer and how fast, whether the tables are in order and the disk has room.
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Descriptions } from 'antd'
import { health, type Readiness, readyPath } from '../../api/health.ts'
import { call } from '../call.ts'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { useSystemWords } from '../words/system.ts'

async function timed() {
  const from = performance.now()
  const answer = await call(health.get, {})
  const ms = Math.round(performance.now() - from)
  const ready = await fetch(readyPath).then((response) => response.json() as Promise<Readiness>) // our own server's
  return { ...answer, ms, ready }
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
            {
              key: 'tables',
              label: words.tables,
              children: <Part is={data.ready.migrations} says={words.migrations} />,
            },
            { key: 'disk', label: words.disk, children: <Part is={data.ready.disk} says={words.disks} /> },
          ]}
        />
      )}
    </Card>
  )
}

type PartProps<T extends string> = { readonly is: T; readonly says: Readonly<Record<T, string>> }

/** One part of the state; red where somebody must do something. */
const Part = <T extends string>({ is, says }: PartProps<T>) => (
  <span className={is === 'ok' ? '' : is === 'unknown' ? 'note-inline' : 'tag tag-error'}>{says[is]}</span>
)
