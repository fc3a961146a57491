// 佐证材料: what has to be proved, which files prove it, and where another is added.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { evidence } from '../../api/evidence.ts'
import { type FilingView, filings } from '../../api/filings.ts'
import { placeOf } from '../../kernel/form/type-in.ts'
import { query } from '../call.ts'
import type { KeyOfRow } from '../editor/rows-moved.ts'
import { Loading } from '../parts/loading.tsx'
import { RefusalNote } from '../parts/refusal.tsx'
import { useEvidenceWords } from '../words/evidence.ts'
import { Checklist } from './checklist.tsx'
import { EvidenceFiles } from './evidence-files.tsx'
import { EvidenceUpload } from './evidence-upload.tsx'

type Props = {
  readonly filing: FilingView
  readonly chosen: string | null
  readonly onChoose: (path: string) => void
  /** What was typed is saved before a file is bound to its row; left out where the form is only read. */
  readonly beforeAct?: () => Promise<KeyOfRow>
}

export function EvidencePanel({ filing, chosen, onChoose, beforeAct }: Props) {
  const words = useEvidenceWords()
  const queries = useQueryClient()
  const asked = query(evidence.list, { filingId: filing.id })
  const { data, error, refetch } = useQuery(asked)
  if (error) return <RefusalNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const row = rowOf(chosen)
  /** The check also looks at what is proved. */
  const onChanged = async () => {
    await queries.invalidateQueries({ queryKey: asked.queryKey })
    await queries.invalidateQueries({ queryKey: query(filings.get, { id: filing.id }).queryKey })
  }
  const nameOf = (path: string | null) => nameOfRow(filing, path) ?? words.wholeForm
  const files = { filing, nameOf, onChoose, onChanged, canRemove: beforeAct !== undefined }
  const ofRow = data.files.filter(({ path }) => path !== null && path === row)
  const others = row === null ? data.files : data.files.filter((file) => !ofRow.includes(file))
  return (
    <div className="evidence">
      <Checklist list={data.checklist} nameOf={nameOf} onChoose={onChoose} />
      {row !== null && (
        <section aria-label={words.ofRow}>
          <h3>
            {words.ofRow}：{nameOf(row)}
          </h3>
          {ofRow.length === 0 ? <p className="note">{words.noneOfRow}</p> : <EvidenceFiles files={ofRow} {...files} />}
        </section>
      )}
      {beforeAct ? (
        <EvidenceUpload filing={filing} row={row} nameOf={nameOf} beforeAct={beforeAct} onChanged={onChanged} />
      ) : (
        <p className="note">{words.readOnly}</p>
      )}
      <section aria-label={words.all}>
        <h3>{words.all}</h3>
        {others.length === 0 && ofRow.length === 0 && <p className="note">{words.none}</p>}
        <EvidenceFiles files={others} {...files} />
      </section>
    </div>
  )
}

/** indicators[3] of indicators[3].target; money is proved with the form as a whole. */
function rowOf(chosen: string | null): string | null {
  const place = chosen === null ? null : placeOf(chosen)
  return place === null || place.table === 'funds' ? null : `${place.table}[${place.index}]`
}

function nameOfRow({ form }: FilingView, path: string | null): string | null {
  const [, table, index] = /^(indicators|tasks)\[(\d+)\]/.exec(path ?? '') ?? []
  if (table === undefined) return null
  const row = Number(index)
  const name = table === 'indicators' ? form.indicators[row]?.name : form.tasks[row]?.name
  return `第${row + 1}行${name ? ` ${name}` : ''}`
}
