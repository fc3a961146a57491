import { Button, Input, Popover, Tag } from 'antd'
import { useState } from 'react'
import type { FilingFilter } from '../../api/filings.ts'
import { type SavedSearch, searches } from '../../api/searches.ts'
import { RefusalList } from '../admin/refusal-list.tsx'
import { useWrite } from '../admin/use-write.ts'
import { call } from '../call.ts'
import { useMe } from '../session.ts'
import { useReviewWords } from '../words/review.ts'
import { isSame, type Narrowed, searchOf } from './queue-search.ts'
import { useSavedSearches } from './saved-searches.ts'

type Props = {
  /** What the queue asks now. */
  readonly filter: FilingFilter
  readonly isUsual: boolean
  readonly onChoose: (search: Narrowed) => void
}

/** Searches kept under a name, on every machine of the person, and the way to keep the present one. */
export function SearchKeeper({ filter, isUsual, onChoose }: Props) {
  const { session } = useMe()
  const all = useSavedSearches(session?.person?.id ?? '')
  const { busy, refusal, write } = useWrite()
  const forget = (id: string) =>
    write(
      () => call(searches.remove, { id }),
      () => undefined,
    )
  return (
    <div className="queue-bar">
      {all.map((search) => (
        <Saved
          key={search.id}
          search={search}
          isHere={isSame(search.filter, filter)}
          onChoose={onChoose}
          onForget={() => void forget(search.id)}
        />
      ))}
      <KeepButton filter={filter} isUsual={isUsual} busy={busy} write={write} />
      <RefusalList refusal={refusal} />
    </div>
  )
}

type SavedProps = {
  readonly search: SavedSearch
  readonly isHere: boolean
  readonly onChoose: Props['onChoose']
  readonly onForget: () => void
}

function Saved({ search: { name, filter }, isHere, onChoose, onForget }: SavedProps) {
  const words = useReviewWords()
  const search = searchOf(filter)
  return (
    <Tag className={isHere ? 'saved here' : 'saved'}>
      <button
        type="button"
        className="link-button"
        aria-pressed={isHere}
        disabled={search === null}
        title={search === null ? words.searchFromElsewhere : undefined}
        onClick={() => search && onChoose(search)}
      >
        {name}
      </button>
      <button type="button" className="link-button" aria-label={words.forgetSearch(name)} onClick={onForget}>
        ×
      </button>
    </Tag>
  )
}

type KeepProps = Omit<Props, 'onChoose'> & Pick<ReturnType<typeof useWrite>, 'busy' | 'write'>

function KeepButton({ filter, isUsual, busy, write }: KeepProps) {
  const words = useReviewWords()
  const [name, setName] = useState('')
  const [isOpen, setOpen] = useState(false)
  const given = name.trim()
  const whyNot = given === '' ? words.nameSearch : ''
  const keep = () =>
    write(
      () => call(searches.save, { name: given, filter }),
      () => {
        setName('')
        setOpen(false)
        return undefined
      },
    )
  return (
    <Popover
      trigger="click"
      open={isOpen}
      onOpenChange={setOpen}
      content={
        <div className="keep-search">
          <Input
            aria-label={words.searchName}
            placeholder={words.searchName}
            maxLength={30}
            value={name}
            onChange={({ target }) => setName(target.value)}
            onPressEnter={() => whyNot === '' && void keep()}
          />
          <Button type="primary" loading={busy} disabled={whyNot !== ''} title={whyNot} onClick={() => void keep()}>
            {words.keepSearch}
          </Button>
        </div>
      }
    >
      <Button size="small" disabled={isUsual} title={isUsual ? words.nothingToKeep : undefined}>
        {words.saveSearch}
      </Button>
    </Popover>
  )
}
