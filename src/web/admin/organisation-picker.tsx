// Chooses one organisation, or several, found by name or code on the server.
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { organisations } from '../../api/organisations.ts'
import { query } from '../call.ts'
import { useAdminWords } from '../words/admin.ts'

type Props = {
  readonly label: string
  /** Given by Form.Item, or by the page. */
  readonly id?: string
  readonly value?: string | readonly string[] | null
  readonly onChange?: (value: string | string[] | undefined) => void
  readonly several?: boolean
  /** Names of what is chosen already: found ones are known by the search. */
  readonly known?: readonly { readonly id: string; readonly name: string }[]
}

export function OrganisationPicker({ label, id, value, onChange, several = false, known = [] }: Props) {
  const words = useAdminWords()
  const [text, setText] = useState('')
  const [kept, setKept] = useState<ReadonlyMap<string, string>>(new Map())
  const { data = [], isFetching } = useQuery(query(organisations.search, { text, limit: 30 }))
  const found = data.map(({ id: key, name, code, above }) => ({
    value: key,
    label: name,
    hint: [code, ...above.slice(-2)].join(' · '),
  }))
  const others = [...new Map([...known.map((one) => [one.id, one.name] as const), ...kept])]
    .filter(([key]) => !found.some((one) => one.value === key) && [value].flat().includes(key))
    .map(([key, name]) => ({ value: key, label: name, hint: '' }))
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      className="wide"
      {...(several ? { mode: 'multiple' as const } : {})}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      placeholder={words.pickOrganisation}
      notFoundContent={words.noOrganisation}
      loading={isFetching}
      value={(value ?? (several ? [] : null)) as string | string[] | null} // the kit wants a list it may write to, and writes to none
      options={[...others, ...found]}
      optionRender={({ data: option }) => (
        <span className="option">
          {option.label}
          <small className="note-inline">{option.hint}</small>
        </span>
      )}
      onChange={(chosen: string | string[] | null | undefined) => {
        setKept(new Map([...kept, ...found.map((one) => [one.value, one.label] as const)]))
        setText('')
        onChange?.(chosen ?? undefined)
      }}
    />
  )
}
