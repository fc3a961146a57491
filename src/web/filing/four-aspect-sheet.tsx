import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { FilingView } from '../../api/filings.ts'
import { type ReviewView, reviews } from '../../api/reviews.ts'
import {
  assess,
  faultsOf,
  fourAspects,
  type Grade,
  grades,
  type Item,
  type Mark,
  type Marks,
  outcomes,
} from '../../kernel/lifecycle/four-aspects.ts'
import { call, query } from '../call.ts'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote, sentenceOf } from '../parts/refusal.tsx'
import { useMe } from '../session.ts'
import { moment } from '../show.ts'
import { useReviewWords } from '../words/review.ts'
import { useWords } from '../words.ts'

/** 四性审核表: filled in beside the form; total, grade and what follows while it is filled in. */
export function FourAspectSheet({ filing }: { readonly filing: FilingView }) {
  const words = useReviewWords()
  const { session } = useMe()
  const { data, error, refetch } = useQuery(query(reviews.list, { filingId: filing.id }))
  if (error) return <RefusalNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const me = session?.person && `${session.person.name}（${session.person.login}）`
  const isMine = (one: ReviewView) => one.by === me && one.version === filing.version && one.step === filing.state
  const own = data.find(isMine)
  const others = data.filter((one) => !isMine(one))
  const may =
    own !== undefined ||
    filing.verbs.some(({ verb, allowed }) => allowed && (verb === 'approve' || verb === 'sign')) ||
    filing.assignments.some(({ personId, purpose }) => purpose !== 'delegate' && personId === session?.person?.id)
  return (
    <>
      {may ? (
        <OwnSheet key={`${filing.id} ${filing.version} ${filing.state}`} filing={filing} own={own} />
      ) : (
        <p className="note">{words.notYours}</p>
      )}
      <h3>{words.others}</h3>
      {others.length === 0 && <p className="note">{words.noOthers}</p>}
      <ul className="plain">
        {others.map((one) => (
          <li key={`${one.version} ${one.step} ${one.by}`} lang="zh-CN">
            {one.stepTitle} {one.by} 第{one.version}版 {moment(one.at)}：{one.points ?? '—'} {one.grade ?? '—'}
            {one.says && `，${one.says}`}
            {one.opinion && <p>{one.opinion}</p>}
          </li>
        ))}
      </ul>
    </>
  )
}

const noMark: Mark = { points: null, grade: null, opinion: null }

function OwnSheet({ filing, own }: { readonly filing: FilingView; readonly own: ReviewView | undefined }) {
  const shell = useWords()
  const words = useReviewWords()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [marks, setMarks] = useState<Marks>(own?.marks ?? {})
  const [opinion, setOpinion] = useState(own?.opinion ?? '')
  const [busy, setBusy] = useState(false)
  const faults = faultsOf(marks)
  const { points, grade } = faults.length > 0 ? { points: null, grade: null } : assess(marks)
  const set = (id: string, more: Partial<Mark>) =>
    setMarks((before) => ({ ...before, [id]: { ...noMark, ...before[id], ...more } }))
  const save = () => {
    setBusy(true)
    return call(reviews.save, { filingId: filing.id, marks, opinion: opinion.trim() || null })
      .then(() => queries.invalidateQueries())
      .then(() => message.success(words.savedSheet))
      .catch((error: Error) => message.error(sentenceOf(error, shell)))
      .finally(() => setBusy(false))
  }
  return (
    <>
      <table className="aspects" lang="zh-CN">
        <thead>
          <tr>
            <th scope="col">{words.aspects}</th>
            <th scope="col">{words.points}</th>
            <th scope="col">{words.grade}</th>
          </tr>
        </thead>
        {fourAspects.map((aspect) => (
          <tbody key={aspect.title}>
            {aspect.items.map((item) => (
              <AspectRow
                key={item.id}
                item={item}
                mark={marks[item.id] ?? noMark}
                onChange={(more) => set(item.id, more)}
              />
            ))}
          </tbody>
        ))}
      </table>
      <p className="aspects-outcome" role="status" lang="zh-CN">
        {grade === null && faults.length === 0 && words.incomplete}
        {faults[0]}
        {grade !== null && `${words.itemTotal} ${points ?? '—'}，${grade}：${outcomes[grade].says}`}
      </p>
      <label htmlFor="sheet-opinion">{words.overall}</label>
      <Input.TextArea
        id="sheet-opinion"
        rows={3}
        maxLength={5000}
        value={opinion}
        onChange={({ target }) => setOpinion(target.value)}
      />
      <Button type="primary" loading={busy} disabled={faults.length > 0} title={faults[0]} onClick={() => void save()}>
        {words.save}
      </Button>
    </>
  )
}

type RowProps = { readonly item: Item; readonly mark: Mark; readonly onChange: (more: Partial<Mark>) => void }

function AspectRow({ item, mark, onChange }: RowProps) {
  const words = useReviewWords()
  return (
    <tr>
      <th scope="row">
        <details>
          <summary>{item.title}</summary>
          <p>{item.asks}</p>
        </details>
        <Input
          size="small"
          aria-label={`${item.title} ${words.opinion}`}
          placeholder={words.opinion}
          maxLength={2000}
          value={mark.opinion ?? ''}
          onChange={({ target }) => onChange({ opinion: target.value || null })}
        />
      </th>
      <td>
        <Input
          size="small"
          inputMode="decimal"
          aria-label={`${item.title} ${words.points}（${words.outOf(item.points)}）`}
          placeholder={words.outOf(item.points)}
          value={mark.points ?? ''}
          onChange={({ target }) => onChange({ points: target.value.trim() || null })}
        />
      </td>
      <td>
        <Select<Grade>
          size="small"
          allowClear
          aria-label={`${item.title} ${words.grade}`}
          placeholder={words.grade}
          value={mark.grade}
          onChange={(value) => onChange({ grade: value ?? null })}
          options={grades.map((value) => ({ value, label: value }))}
        />
      </td>
    </tr>
  )
}
