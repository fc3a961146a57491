import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { type FilingFilter, filings } from '../../api/filings.ts'
import { isState } from '../../kernel/lifecycle/state.ts'
import { query } from '../call.ts'
import { useLifecycleWords } from '../words/lifecycle.ts'
import { useReviewWords } from '../words/review.ts'
import type { QueueSearch } from './queue-search.ts'

type Props = {
  readonly search: QueueSearch
  readonly filter: FilingFilter
  readonly onChange: (search: Partial<QueueSearch>) => void
}

/** Which filings the queue shows; every list says how many there are of each. */
export function QueueFilters({ search, filter, onChange }: Props) {
  const words = useReviewWords()
  const lifecycle = useLifecycleWords()
  const { taskId: _task, under: _unit, state: _state, ...whole } = filter
  const { data } = useQuery(query(filings.tally, whole))
  const named = <T extends { readonly id: string }>(one: T): T =>
    isState(one.id) ? { ...one, name: lifecycle.state(one.id) } : one
  const options = (counted: readonly { id: string; name: string; count: number }[] | undefined) =>
    (counted ?? []).map(({ id, name, count }) => ({ value: id, label: `${name}（${count}）` }))
  const lists = [
    { key: 'task', label: words.task, options: options(data?.tasks) },
    { key: 'unit', label: words.organisation, options: options(data?.organisations) },
    { key: 'state', label: words.state, options: options(data?.states.map(named)) },
    {
      key: 'findings',
      label: words.findings,
      options: Object.entries(words.withFindings).map(([value, label]) => ({ value, label })),
    },
  ] as const
  const narrowed = Object.values({ ...search, box: '', order: '' }).some((value) => value !== '')
  return (
    <search className="queue-filters">
      <Select
        aria-label={words.box}
        value={search.box}
        onChange={(box) => onChange({ box })}
        options={Object.entries(words.boxes).map(([value, label]) => ({ value, label }))}
      />
      {lists.map((list) => (
        <Select
          key={list.key}
          aria-label={list.label}
          placeholder={list.label}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          value={search[list.key] || null}
          onChange={(value: string | null) => onChange({ [list.key]: value ?? '' })}
          options={[...list.options]}
        />
      ))}
      <Input
        type="search"
        aria-label={words.search}
        placeholder={words.search}
        maxLength={200}
        defaultValue={search.text}
        key={search.text}
        onPressEnter={({ currentTarget }) => onChange({ text: currentTarget.value.trim() })}
        onBlur={({ currentTarget }) => onChange({ text: currentTarget.value.trim() })}
      />
      <Select
        aria-label={words.order}
        value={search.order}
        onChange={(order) => onChange({ order })}
        options={[
          { value: 'risk', label: words.byRisk },
          { value: 'waiting', label: words.byWaiting },
        ]}
      />
      {narrowed && (
        <Button onClick={() => onChange({ task: '', unit: '', state: '', findings: '', text: '' })}>
          {words.clear}
        </Button>
      )}
    </search>
  )
}
