// How far each organisation is with a task, page by page; what can be done about one stands at the end of its row.
import { useState } from 'react'
import type { TaskProgress } from '../../api/tasks.ts'
import { useCycleWords } from '../words/cycles.ts'
import { type Column, ListTable } from './list-table.tsx'
import { PageSteps } from './page-steps.tsx'

const pageSize = 50
const counts = ['expected', 'notStarted', 'draft', 'returned', 'inReview', 'settled'] as const

type Props = {
  readonly label: string
  readonly rows: readonly TaskProgress[]
  readonly action: Column<TaskProgress>
}

export function ProgressTable({ label, rows, action }: Props) {
  const words = useCycleWords()
  const [asked, setAsked] = useState(1)
  // fewer rows than before: the last page there is
  const page = Math.max(1, Math.min(asked, Math.ceil(rows.length / pageSize)))
  const columns: readonly Column<TaskProgress>[] = [
    { key: 'unit', title: words.unit, show: ({ name }) => name },
    {
      key: 'deadline',
      title: words.deadline,
      show: ({ deadline, late, phase }) => (
        <>
          {deadline} <span className={late ? 'tag tag-error' : 'tag'}>{words.phases[late ? 'late' : phase]}</span>
        </>
      ),
    },
    ...counts.map((key) => ({
      key,
      title: words[key],
      show: (row: TaskProgress) => row[key],
      isNumber: true,
    })),
    { ...action, isAction: true },
  ]
  return (
    <>
      <ListTable
        label={label}
        columns={columns}
        rows={rows.slice((page - 1) * pageSize, page * pageSize)}
        keyOf={({ organisationId }) => organisationId}
      />
      <PageSteps page={page} found={{ total: rows.length, pageSize }} onPage={setAsked} />
    </>
  )
}
