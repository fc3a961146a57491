// The row of buttons over the sheet; a grey one says why.
import { Button, Tooltip } from 'antd'
import type { Dispatch, ReactNode } from 'react'
import { useEditorWords } from '../words/editor.ts'
import type { Draft, Edit } from './draft.ts'
import type { Rows } from './selection.ts'

type Props = {
  readonly draft: Draft
  readonly edit: Dispatch<Edit>
  /** The chosen rows; null where no row is chosen. */
  readonly rows: Rows | null
  /** Why rows can be neither added nor taken out nor moved; null = they can. */
  readonly fixed: string | null
  readonly onMove: (by: 1 | -1) => void
  /** Null where no cell is chosen. */
  readonly onFillDown: (() => void) | null
  readonly children: ReactNode
}

export function EditorTools({ draft, edit, rows, fixed, onMove, onFillDown, children }: Props) {
  const words = useEditorWords()
  const why = fixed ?? (rows ? null : words.chooseRow)
  const { table, from, count } = rows ?? { table: 'indicators' as const, from: 0, count: 1 }
  const atRows = (run: () => void, stop = why) => ({ run, why: stop })
  const end = draft.form.indicators.length
  const tools = [
    { name: words.undo, run: () => edit({ do: 'undo' }), why: draft.past.length === 0 ? words.nothingToUndo : null },
    { name: words.redo, run: () => edit({ do: 'redo' }), why: draft.future.length === 0 ? words.nothingToRedo : null },
    { name: words.addRow, ...atRows(() => edit({ do: 'insert', table: 'indicators', at: end, count: 1 }), fixed) },
    { name: words.rowAbove, ...atRows(() => edit({ do: 'insert', table, at: from, count })) },
    { name: words.rowBelow, ...atRows(() => edit({ do: 'insert', table, at: from + count, count })) },
    { name: words.removeRows, ...atRows(() => edit({ do: 'remove', table, at: from, count })) },
    { name: words.rowUp, ...atRows(() => onMove(-1)) },
    { name: words.rowDown, ...atRows(() => onMove(1)) },
    { name: words.fillDown, run: () => onFillDown?.(), why: onFillDown ? null : words.chooseCells },
  ]
  return (
    <div className="editor-tools" role="toolbar" aria-label={words.tools}>
      {tools.map(({ name, run, why: stop }) => (
        <Tooltip key={name} title={stop ?? ''}>
          <Button size="small" disabled={stop !== null} onClick={run}>
            {name}
          </Button>
        </Tooltip>
      ))}
      {children}
    </div>
  )
}
