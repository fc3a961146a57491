import { CloseCircleFilled, SearchOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import type { FormList, FormSearch } from '../../api/forms.ts'
import { useDomainWords } from '../words/domain.ts'
import { useWords } from '../words.ts'

type Props = {
  readonly search: FormSearch
  readonly choices: FormList['choices'] | undefined
  readonly onChange: (changes: Partial<FormSearch>) => void
}

const optionsOf = (values: readonly (string | number)[] | undefined) =>
  (values ?? []).map((value) => ({ value, label: String(value) }))

/** Search by project, unit, year, region, kind and grade. */
export function FormFilters({ search, choices, onChange }: Props) {
  const words = useWords()
  return (
    <search className="filters">
      <SearchField label={words.searchProject} value={search.text} onSearch={(text) => onChange({ text })} />
      <SearchField label={words.searchUnit} value={search.unit} onSearch={(unit) => onChange({ unit })} />
      <ChoiceFields search={search} choices={choices} onChange={onChange} />
    </search>
  )
}

type ChoiceProps = {
  readonly search: Pick<FormSearch, 'year' | 'region' | 'kind' | 'grade'>
  readonly choices: FormList['choices'] | undefined
  readonly onChange: (changes: Pick<Partial<FormSearch>, 'year' | 'region' | 'kind' | 'grade'>) => void
}

/** Year, region, kind and grade, each one of those there are. */
export function ChoiceFields({ search, choices, onChange }: ChoiceProps) {
  const words = useWords()
  const domain = useDomainWords()
  const fields = [
    ['year', words.year, optionsOf(choices?.years)],
    ['region', words.region, optionsOf(choices?.regions)],
    ['kind', words.kind, (choices?.kinds ?? []).map((value) => ({ value, label: domain.formKind(value) }))],
    ['grade', words.grade, optionsOf(choices?.grades)],
  ] as const
  return fields.map(([name, label, options]) => (
    <Select
      key={name}
      aria-label={label}
      placeholder={label}
      allowClear
      value={search[name] || null}
      options={options}
      onChange={(value?: string | number | null) => onChange({ [name]: value ?? undefined })}
    />
  ))
}

type FieldProps = { readonly label: string; readonly value: string; readonly onSearch: (text: string) => void }

export function SearchField({ label, value, onSearch }: FieldProps) {
  const words = useWords()
  const clearIcon = (
    <>
      <CloseCircleFilled aria-hidden="true" />
      <span className="unseen">{words.empty}</span>
    </>
  )
  return (
    <Input.Search
      key={value}
      aria-label={label}
      placeholder={label}
      allowClear={{ clearIcon }}
      defaultValue={value}
      onSearch={onSearch}
      enterButton={<Button icon={<SearchOutlined aria-hidden="true" />} aria-label={`${words.search} ${label}`} />}
    />
  )
}
