// What a verb asks before it is done: a reason, an opinion, people, or a yes.
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { type FilingView, filings, type MovedFiling } from '../../api/filings.ts'
import type { VerbAnswer } from '../../kernel/lifecycle/decide.ts'
import { call, query } from '../call.ts'
import { RefusalNote } from '../parts/refusal.tsx'
import { useEditorWords } from '../words/editor.ts'
import { useLifecycleWords } from '../words/lifecycle.ts'
import { useReviewWords } from '../words/review.ts'
import { given, isGiven, isReasoned } from './verb-kinds.ts'

type Props = {
  readonly filing: FilingView
  readonly answer: VerbAnswer
  readonly busy: boolean
  readonly onGive: (work: () => Promise<MovedFiling>) => void
  readonly onCancel: () => void
}

export function VerbDialog({ filing: { id }, answer: { verb }, busy, onGive, onCancel }: Props) {
  const words = useEditorWords()
  const own = useReviewWords()
  const lifecycle = useLifecycleWords()
  const [text, setText] = useState('')
  const [seen, setSeen] = useState(false)
  const [persons, setPersons] = useState<readonly string[]>([])
  const needsText = isReasoned(verb) || verb === 'sign'
  const missing = (needsText && text.trim() === '') || (isGiven(verb) && persons.length === 0)
  const reason = text.trim() === '' ? {} : { reason: text }
  const work = (): Promise<MovedFiling> => {
    const [person = ''] = persons
    if (verb === 'ask-to-sign') return call(filings.askToSign, { id, persons: [...persons], ...reason })
    if (verb === 'assign') return call(filings.assign, { id, persons: [...persons], ...reason })
    if (verb === 'delegate') return call(filings.delegate, { id, person, ...reason })
    if (verb === 'sign') return call(filings.sign, { id, opinion: text })
    if (isReasoned(verb)) return call(filings[verb], { id, reason: text })
    if (verb === 'discard') return call(filings.discard, { id, ...reason })
    if (verb === 'rebase') return call(filings.rebase, { id })
    if (verb === 'publish') return call(filings.publish, { id, acknowledged: seen })
    throw new Error(`no dialog for ${verb}`)
  }
  return (
    <Modal
      open
      title={lifecycle.verb(verb)}
      okText={words.confirm}
      cancelText={words.cancel}
      okButtonProps={{ disabled: missing, loading: busy, title: missing ? own.reasonMissing : '' }}
      onOk={() => onGive(work)}
      onCancel={onCancel}
    >
      {verb === 'publish' && (
        <>
          <p>{own.publishAsk}</p>
          <Checkbox checked={seen} onChange={({ target }) => setSeen(target.checked)}>
            {own.publishSeen}
          </Checkbox>
        </>
      )}
      {verb === 'rebase' && <p>{own.rebaseAsk}</p>}
      {isGiven(verb) && <PersonPicker id={id} verb={verb} chosen={persons} onChange={setPersons} />}
      {verb !== 'publish' && verb !== 'rebase' && (
        <>
          <label htmlFor="verb-reason">{verb === 'sign' ? own.signOpinion : words.reason}</label>
          <Input.TextArea
            id="verb-reason"
            rows={4}
            maxLength={2000}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </>
      )}
    </Modal>
  )
}

type PickerProps = {
  readonly id: string
  readonly verb: keyof typeof given
  readonly chosen: readonly string[]
  readonly onChange: (persons: readonly string[]) => void
}

/** People the filing can be given to, with what they are. */
function PersonPicker({ id, verb, chosen, onChange }: PickerProps) {
  const words = useReviewWords()
  const { data, error, isPending, refetch } = useQuery(query(filings.colleagues, { id, purpose: given[verb] }))
  const isOne = verb === 'delegate'
  if (error) return <RefusalNote error={error} onRetry={() => void refetch()} />
  if (data?.length === 0) return <p className="note">{words.noColleagues}</p>
  return (
    <p>
      <label htmlFor="verb-persons">{isOne ? words.person : words.persons}</label>
      <Select<string[]>
        id="verb-persons"
        mode="multiple"
        maxCount={isOne ? 1 : 20}
        loading={isPending}
        style={{ width: '100%' }}
        showSearch={{ optionFilterProp: 'label' }}
        value={[...chosen]}
        onChange={onChange}
        options={data?.map((one) => ({ value: one.id, label: `${one.name}（${one.roles}）` })) ?? []}
      />
    </p>
  )
}
