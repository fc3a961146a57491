// 能看到和能做什么: every permission, where it reaches and why.
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Tag } from 'antd'
import { useState } from 'react'
import { access } from '../../api/access.ts'
import { query } from '../call.ts'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { usePeopleWords } from '../words/people.ts'
import { usePermissionWords } from '../words/permissions.ts'

export function AccessList({ id }: { readonly id: string }) {
  const words = usePeopleWords()
  const { permission: titleOf } = usePermissionWords()
  const [only, setOnly] = useState(true)
  const { data, error, refetch } = useQuery(query(access.of, { id }))
  if (error) return <RefusalNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading what={words.access} />
  return (
    <>
      <p className="note">
        {words.accessHint}{' '}
        <Checkbox checked={only} onChange={({ target }) => setOnly(target.checked)}>
          {words.only}
        </Checkbox>
      </p>
      <div className="table-frame">
        <table className="list" aria-label={words.access}>
          <thead>
            <tr>
              <th scope="col">{words.permission}</th>
              <th scope="col">{words.reach}</th>
              <th scope="col">{words.because}</th>
            </tr>
          </thead>
          <tbody>
            {data.rows
              .filter(({ allowed }) => allowed || !only)
              .map(({ permission, allowed, reason, reach }) => (
                <tr key={permission}>
                  <th scope="row">{titleOf(permission)}</th>
                  <td>{allowed ? reach.join('；') || words.yes : <Tag>{words.no}</Tag>}</td>
                  <td>{reason}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
