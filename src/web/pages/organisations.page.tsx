import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { organisations } from '../../api/organisations.ts'
import { AdminFrame } from '../admin/admin-frame.tsx'
import { OrganisationCard } from '../admin/organisation-card.tsx'
import { OrganisationSearch } from '../admin/organisation-search.tsx'
import { OrganisationTree } from '../admin/organisation-tree.tsx'
import { query } from '../call.ts'
import { useOrganisationWords } from '../words/organisations.ts'

/** 机构: the tree at the left, one organisation at the right; the address holds which. */
export default function OrganisationsPage() {
  return (
    <AdminFrame page="organisations">
      <Organisations />
    </AdminFrame>
  )
}

function Organisations() {
  const words = useOrganisationWords()
  const [address, setAddress] = useSearchParams()
  const [text, setText] = useState('')
  const chosen = address.get('id')
  const { data } = useQuery({ ...query(organisations.get, { id: chosen ?? '' }), enabled: chosen !== null })
  const above = new Set(data?.above.map(({ id }) => id))
  const choose = (id: string) => setAddress({ id })
  return (
    <div className="aside-columns">
      <section className="aside-panel">
        <Input.Search
          aria-label={words.find}
          placeholder={words.find}
          allowClear
          onSearch={(given) => setText(given.trim())}
          enterButton={<Button icon={<SearchOutlined aria-hidden="true" />} aria-label={words.find} />}
        />
        {text ? (
          <OrganisationSearch text={text} chosen={chosen} onChoose={choose} />
        ) : (
          <OrganisationTree chosen={chosen} above={above} onChoose={choose} />
        )}
      </section>
      <section>
        {chosen ? <OrganisationCard key={chosen} id={chosen} /> : <p className="note">{words.choose}</p>}
      </section>
    </div>
  )
}
