import { SearchOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import { useSearchParams } from 'react-router'
import { AdminFrame } from '../admin/admin-frame.tsx'
import { AuditList } from '../admin/audit-list.tsx'
import { type AuditAsked, type AuditField, auditFields, filterOf } from '../admin/audit-search.ts'
import { AuditTools } from '../admin/audit-tools.tsx'
import { useAuditWords } from '../words/audit.ts'

/** 审计: who did what when; the address holds the search. */
export default function AuditPage() {
  return (
    <AdminFrame page="audit">
      <Audit />
    </AdminFrame>
  )
}

function Audit() {
  const words = useAuditWords()
  const [address, setAddress] = useSearchParams()
  const asked = Object.fromEntries(auditFields.map((field) => [field, address.get(field) ?? ''])) as AuditAsked // its own fields
  const change = (field: AuditField, value: string) =>
    setAddress(Object.entries({ ...asked, [field]: value.trim() }).filter(([, given]) => given !== ''))
  const filter = filterOf(asked)
  return (
    <>
      <search className="filter-row">
        <Select
          aria-label={words.what}
          value={asked.name}
          options={[
            { value: '', label: words.anything },
            ...Object.entries(words.nouns).map(([noun, label]) => ({ value: `${noun}.`, label })),
          ]}
          onChange={(value) => change('name', value)}
        />
        {(['who', 'subject'] as const).map((word) => (
          <Input.Search
            key={`${word} ${asked[word === 'who' ? 'actor' : word]}`}
            aria-label={words[word]}
            placeholder={words[word]}
            allowClear
            defaultValue={asked[word === 'who' ? 'actor' : word]}
            enterButton={<Button icon={<SearchOutlined aria-hidden="true" />} aria-label={words[word]} />}
            onSearch={(value) => change(word === 'who' ? 'actor' : word, value)}
          />
        ))}
        {(['from', 'to'] as const).map((field) => (
          <Input
            key={field}
            type="date"
            aria-label={words[field]}
            prefix={words[field]}
            value={asked[field]}
            onChange={({ target }) => change(field, target.value)}
          />
        ))}
      </search>
      <AuditTools filter={filter} />
      <AuditList filter={filter} />
    </>
  )
}
