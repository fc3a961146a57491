import { Button, Input, Popover, Tag } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useMe } from '../session.ts'
import { useReviewWords } from '../words/review.ts'
import { keepSearches, savedSearches, withSearch } from './saved-searches.ts'

/** Searches kept under a name, and the way to keep the present one. */
export function SearchKeeper() {
  const words = useReviewWords()
  const { session } = useMe()
  const person = session?.person?.id ?? ''
  const [params, setParams] = useSearchParams()
  const [all, setAll] = useState(() => savedSearches(person))
  const [name, setName] = useState('')
  const [isOpen, setOpen] = useState(false)
  const address = params.toString()
  const change = (next: typeof all) => {
    keepSearches(person, next)
    setAll(next)
  }
  const keep = () => {
    change(withSearch(all, { name: name.trim(), address }))
    setName('')
    setOpen(false)
  }
  const whyNot = name.trim() === '' ? words.nameSearch : ''
  return (
    <div className="queue-bar">
      {all.map((search) => (
        <Tag key={search.name} className={search.address === address ? 'saved here' : 'saved'}>
          <button type="button" className="link-button" onClick={() => setParams(new URLSearchParams(search.address))}>
            {search.name}
          </button>
          <button
            type="button"
            className="link-button"
            aria-label={words.forgetSearch(search.name)}
            onClick={() => change(all.filter((one) => one !== search))}
          >
            ×
          </button>
        </Tag>
      ))}
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
              onPressEnter={() => whyNot === '' && keep()}
            />
            <Button type="primary" disabled={whyNot !== ''} title={whyNot} onClick={keep}>
              {words.keepSearch}
            </Button>
          </div>
        }
      >
        <Button size="small" disabled={address === ''} title={address === '' ? words.nothingToKeep : undefined}>
          {words.saveSearch}
        </Button>
      </Popover>
    </div>
  )
}
