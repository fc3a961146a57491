import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { organisations } from '../../api/organisations.ts'
import { query } from '../call.ts'
import { useAdminWords } from '../words/admin.ts'

type Props = {
  readonly label: string
  readonly organisationId: string
  /** Given by Form.Item. */
  readonly id?: string
  readonly value?: string[]
  readonly onChange?: (value: string[]) => void
}

/** Several projects of one organisation. */
export function ProjectPicker({ label, organisationId, id, value, onChange }: Props) {
  const words = useAdminWords()
  const { data } = useQuery(query(organisations.projects, { id: organisationId }))
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      {...(onChange === undefined ? {} : { onChange })}
      aria-label={label}
      mode="multiple"
      value={value ?? []}
      showSearch={{ optionFilterProp: 'label' }}
      notFoundContent={words.none}
      options={(data ?? []).map((row) => ({ value: row.id, label: `${row.name} ${row.code}`.trim() }))}
    />
  )
}
