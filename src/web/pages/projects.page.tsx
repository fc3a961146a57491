import { Empty, InputNumber, Tag } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { type ProjectRow, projects } from '../../api/projects.ts'
import { call } from '../call.ts'
import { EndlessTable } from '../parts/endless-table.tsx'
import { SearchField } from '../parts/form-filters.tsx'
import type { Column } from '../parts/list-table.tsx'
import { paths } from '../paths.ts'
import { type ProjectWords, useProjectWords } from '../words/projects.ts'
import { useWords } from '../words.ts'

const pageSize = 50

/** 项目: those this person may see; the address bar holds the search. */
export default function ProjectsPage() {
  const words = useWords()
  const own = useProjectWords()
  const [address, setAddress] = useSearchParams()
  const text = address.get('text') ?? ''
  const year = Number(address.get('year')) || undefined
  const search = { text, limit: pageSize, ...(year ? { year } : {}) }
  const change = (changes: { readonly text?: string; readonly year?: number | null }) => {
    const next = { text, year: year ?? null, ...changes }
    setAddress({ ...(next.text ? { text: next.text } : {}), ...(next.year ? { year: String(next.year) } : {}) })
  }
  return (
    <div className="page">
      <title>{`${own.title} · ${words.system}`}</title>
      <header className="page-head">
        <h1>{own.title}</h1>
      </header>
      <search className="filters">
        <SearchField label={own.searchLabel} value={text} onSearch={(asked) => change({ text: asked })} />
        <InputNumber
          className="wide"
          aria-label={own.inForce}
          placeholder={own.inForce}
          min={1990}
          max={2100}
          value={year ?? null}
          onChange={(asked) => change({ year: asked })}
          changeOnWheel={false}
        />
      </search>
      <EndlessTable
        label={own.title}
        columns={columnsOf(own)}
        keyOf={({ id }) => id}
        asked={[projects.list.path, search]}
        fetch={(after, signal) => call(projects.list, { ...search, ...(after ? { after } : {}) }, { signal })}
        nothing={<Empty description={own.nothing} image={Empty.PRESENTED_IMAGE_SIMPLE} />}
        more={own.more}
      />
    </div>
  )
}

const columnsOf = (own: ProjectWords): readonly Column<ProjectRow>[] => [
  {
    key: 'name',
    title: own.name,
    show: ({ id, name, closed }) => (
      <>
        <Link to={paths.project(id)}>{name}</Link> {closed && <Tag>{own.closed}</Tag>}
      </>
    ),
  },
  { key: 'code', title: own.code, show: ({ code }) => code || '—', isMinor: true },
  { key: 'office', title: own.office, show: ({ organisation }) => organisation },
  { key: 'nature', title: own.nature, show: ({ nature }) => nature, isMinor: true },
  { key: 'period', title: own.period, show: periodOf, isMinor: true },
]

const periodOf = ({ startsOn, endsOn }: { readonly startsOn: string | null; readonly endsOn: string | null }) =>
  startsOn === null && endsOn === null ? '—' : `${startsOn ?? ''} – ${endsOn ?? ''}`
