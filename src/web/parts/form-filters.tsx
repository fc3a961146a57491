import { Input, Select } from 'antd'
import type { FormList, FormSearch } from '../../api/forms.ts'
import { FormKind } from '../../kernel/form/form.ts'
import { kindLabel } from './kind-label.ts'

type Props = {
  readonly search: FormSearch
  readonly choices: FormList['choices'] | undefined
  readonly onChange: (changes: Partial<FormSearch>) => void
}

const optionsOf = (values: readonly (string | number)[] | undefined) =>
  (values ?? []).map((value) => ({ value, label: String(value) }))

/** Search by project, unit, year, region, kind and grade. */
export const FormFilters = ({ search, choices, onChange }: Props) => (
  <search className="filters">
    <Input.Search
      key={`text ${search.text}`}
      aria-label="按项目名称搜索"
      placeholder="项目名称"
      allowClear
      defaultValue={search.text}
      onSearch={(text) => onChange({ text })}
    />
    <Input.Search
      key={`unit ${search.unit}`}
      aria-label="按单位搜索"
      placeholder="单位或部门"
      allowClear
      defaultValue={search.unit}
      onSearch={(unit) => onChange({ unit })}
    />
    <Select
      aria-label="年度"
      placeholder="年度"
      allowClear
      value={search.year ?? null}
      options={optionsOf(choices?.years)}
      onChange={(year?: number | null) => onChange({ year: year ?? undefined })}
    />
    <Select
      aria-label="地区"
      placeholder="地区"
      allowClear
      value={search.region || null}
      options={optionsOf(choices?.regions)}
      onChange={(region?: string | null) => onChange({ region: region ?? '' })}
    />
    <Select
      aria-label="表种"
      placeholder="表种"
      allowClear
      value={search.kind ?? null}
      options={FormKind.options.map((value) => ({ value, label: kindLabel[value] }))}
      onChange={(kind?: FormKind | null) => onChange({ kind: kind ?? undefined })}
    />
    <Select
      aria-label="等级"
      placeholder="等级"
      allowClear
      value={search.grade || null}
      options={optionsOf(choices?.grades)}
      onChange={(grade?: string | null) => onChange({ grade: grade ?? '' })}
    />
  </search>
)
