import { SearchOutlined, UserAddOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Tooltip } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { organisations } from '../../api/organisations.ts'
import { AdminFrame } from '../admin/admin-frame.tsx'
import { OrganisationPicker } from '../admin/organisation-picker.tsx'
import { PeopleList } from '../admin/people-list.tsx'
import { PersonCard } from '../admin/person-card.tsx'
import { PersonCreateDialog } from '../admin/person-create.tsx'
import { query } from '../call.ts'
import { paths } from '../paths.ts'
import { useMe } from '../session.ts'
import { usePeopleWords } from '../words/people.ts'

/** 人员与角色: the address holds the search and whose details are open. */
export default function PeoplePage() {
  const words = usePeopleWords()
  const { may } = useMe()
  const [address, setAddress] = useSearchParams()
  const [isNew, setNew] = useState(false)
  const [text, organisation, id] = ['text', 'organisation', 'id'].map((name) => address.get(name) ?? undefined)
  const whyNot = may('person.write') ? '' : words.notYoursToWrite
  const addressOf = (changes: Readonly<Record<string, string | undefined>>) => {
    const given = Object.entries({ text, organisation, id, ...changes })
    return given.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []))
  }
  return (
    <AdminFrame
      page="people"
      tools={
        <Tooltip title={whyNot}>
          <Button
            type="primary"
            icon={<UserAddOutlined aria-hidden="true" />}
            disabled={whyNot !== ''}
            onClick={() => setNew(true)}
          >
            {words.create}
          </Button>
        </Tooltip>
      }
    >
      <search className="filter-row">
        <Input.Search
          key={text}
          aria-label={words.find}
          placeholder={words.find}
          allowClear
          defaultValue={text ?? ''}
          onSearch={(given) => setAddress(addressOf({ text: given.trim() }))}
          enterButton={<Button icon={<SearchOutlined aria-hidden="true" />} aria-label={words.find} />}
        />
        <OrganisationFilter id={organisation} onChange={(chosen) => setAddress(addressOf({ organisation: chosen }))} />
      </search>
      <PeopleList
        text={text ?? ''}
        organisation={organisation}
        linkTo={(person) => `${paths.people()}?${new URLSearchParams(addressOf({ id: person }))}`}
      />
      {id && <PersonCard key={id} id={id} onClose={() => setAddress(addressOf({ id: undefined }))} />}
      {isNew && (
        <PersonCreateDialog
          onClose={() => setNew(false)}
          onDone={(made) => {
            setNew(false)
            setAddress(addressOf({ id: made }))
          }}
        />
      )}
    </AdminFrame>
  )
}

type FilterProps = { readonly id: string | undefined; readonly onChange: (id: string | undefined) => void }

function OrganisationFilter({ id, onChange }: FilterProps) {
  const words = usePeopleWords()
  const { data } = useQuery({ ...query(organisations.get, { id: id ?? '' }), enabled: id !== undefined })
  return (
    <OrganisationPicker
      label={words.at}
      value={id ?? null}
      known={data ? [{ id: data.id, name: data.name }] : []}
      onChange={(chosen) => onChange([chosen].flat()[0])}
    />
  )
}
