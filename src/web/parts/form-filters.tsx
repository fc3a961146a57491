import { CloseCircleFilled, SearchOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import type { FormList, FormSearch } from '../../api/forms.ts'
import type { FormKind } from '../../kernel/form/form.ts'
import { kindLabel } from '../../kernel/form/kind-label.ts'
import { useWords } from '../words.ts'

type Props = {
  readonly search: FormSearch
  readonly choices: FormList['choices'] | undefined
  readonly onChange: (changes: Partial<FormSearch>) => void
}

export const optionsOf = (values: readonly (string | number)[] | undefined) =>
  (values ?? []).map((value) => ({ value, label: String(value) }))

/** Search by project, unit, year, region, kind and grade. */
export function FormFilters({ search, choices, onChange }: Props) {
  const words = useWords()
  return (
    <search className="filters">
      <SearchField label={words.searchProject} value={search.text} onSearch={(text) => onChange({ text })} />
      <SearchField label={words.searchUnit} value={search.unit} onSearch={(unit) => onChange({ unit })} />
      <Select
        aria-label={words.year}
        placeholder={words.year}
        allowClear
        value={search.year ?? null}
        options={optionsOf(choices?.years)}
        onChange={(year?: number | null) => onChange({ year: year ?? undefined })}
      />
      <Select
        aria-label={words.region}
        placeholder={words.region}
        allowClear
        value={search.region || null}
        options={optionsOf(choices?.regions)}
        onChange={(region?: string | null) => onChange({ region: region ?? '' })}
      />
      <Select
        aria-label={words.kind}
        placeholder={words.kind}
        allowClear
        value={search.kind ?? null}
        options={(choices?.kinds ?? []).map((value) => ({ value, label: kindLabel[value] }))}
        onChange={(kind?: FormKind | null) => onChange({ kind: kind ?? undefined })}
      />
      <Select
        aria-label={words.grade}
        placeholder={words.grade}
        allowClear
        value={search.grade || null}
        options={optionsOf(choices?.grades)}
        onChange={(grade?: string | null) => onChange({ grade: grade ?? '' })}
      />
    </search>
  )
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
