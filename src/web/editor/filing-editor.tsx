// 填报: the official form as the editor; findings, sums and score while one types; saved by itself.
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useCallback, useDeferredValue, useMemo, useReducer, useState } from 'react'
import { type FilingView, filings } from '../../api/filings.ts'
import { merge } from '../../kernel/form/merge.ts'
import { printedAt } from '../../kernel/form/path.ts'
import { placeOf, typeAll } from '../../kernel/form/type-in.ts'
import { draw } from '../../kernel/layout/draw.ts'
import { layouts } from '../../kernel/layout/index.ts'
import type { Layout } from '../../kernel/layout/layout.ts'
import type { Sheet } from '../../kernel/layout/sheet.ts'
import { fixedBecause } from '../../kernel/lifecycle/fixed-cells.ts'
import { profileOf } from '../../kernel/profile/choose.ts'
import { checkForm } from '../../kernel/review/check.ts'
import { call, query } from '../call.ts'
import { marksOf } from '../parts/marks.ts'
import { useEditorWords } from '../words/editor.ts'
import type { Block } from './block.ts'
import { ConflictChoice } from './conflict-choice.tsx'
import { draftOf, edited } from './draft.ts'
import { EditorPanel } from './editor-panel.tsx'
import { kept } from './local-draft.ts'
import { type Pasted, paste } from './paste.ts'
import { PastePreview } from './paste-preview.tsx'
import { SaveNote } from './save-note.tsx'
import { SheetEditor } from './sheet-editor.tsx'
import { StatusBar } from './status-bar.tsx'
import { useCellEditing } from './use-cell-editing.ts'
import { useSaving } from './use-saving.ts'

type Props = { readonly filing: FilingView; readonly layout: Layout }

export function FilingEditor({ filing, layout }: Props) {
  const words = useEditorWords()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [draft, edit] = useReducer(edited, filing, startOf)
  const [pasted, setPasted] = useState<Pasted | null>(null)
  const { form } = draft
  const sheet = useMemo(() => draw(layout, form), [layout, form])
  const profile = profileOf(filing.check.profile)
  const shown = useDeferredValue(form)
  const check = useMemo(() => checkForm(shown, profile), [shown, profile])
  const marks = useMemo(() => marksOf(sheet, check), [sheet, check])
  const lock = useMemo(() => ({ targets: filing.targetsFixed, only: filing.onlyCells }), [filing])
  const lockedBecause = (path: string) => fixedBecause(form, path, lock)

  const onSaved = useCallback(
    (next: typeof form, merged: boolean) => {
      edit({ do: 'replace', form: next })
      if (merged) void message.info(words.merged)
    },
    [message, words.merged],
  )
  const { state, save, resolve } = useSaving({
    filingId: filing.id,
    version: filing.version,
    base: filing.form,
    form,
    step: draft.step,
    enabled: true,
    onSaved,
  })
  const settle = async (mine: readonly string[]) => {
    const theirs = await call(filings.get, { id: filing.id })
    const { form: merged } = merge(filing.form, form, theirs.form)
    const own = mine.map((path) => ({ path, text: printedAt(form, path) ?? '' }))
    resolve(theirs.form, theirs.version, edited(draftOf(merged), { do: 'type', cells: own }).form)
    await queries.invalidateQueries({ queryKey: query(filings.get, { id: filing.id }).queryKey })
  }

  const moveRow = (path: string, by: 1 | -1) => {
    const place = placeOf(path)
    if (place && place.table !== 'funds')
      edit({ do: 'move', table: place.table, from: place.index, to: place.index + (by > 0 ? 2 : -1), count: 1 })
  }
  const editing = useCellEditing({
    sheet,
    textAt: (path) => printedAt(form, path) ?? '',
    lockedBecause,
    type: (cells) => {
      const open = cells.filter(({ path }) => lockedBecause(path) === null)
      const [first] = cells.length > open.length ? cells : []
      if (first) void message.warning(words.lockedCell(lockedBecause(first.path) ?? ''))
      const fault = firstFault(form, open)
      if (fault) void message.error(fault)
      edit({ do: 'type', cells: withMerged(sheet, open) })
    },
    paste: (anchor: string, block: Block) => {
      const planned = paste(form, layout, sheet, anchor, block, lockedBecause)
      if (planned.cells.length === 1 && planned.cells[0]?.fault === null) edit({ do: 'replace', form: planned.form })
      else setPasted(planned)
    },
    undo: () => edit({ do: 'undo' }),
    redo: () => edit({ do: 'redo' }),
    moveRow,
    refuse: (why) => void message.warning(words.lockedCell(why)),
  })
  const place = editing.chosen ? placeOf(editing.chosen.focus) : null
  const rows = place && !lock.targets && lock.only === null ? place : null
  const commented = useMemo(
    () =>
      new Set(filing.comments.flatMap(({ path, resolvedAt }) => (path !== null && resolvedAt === null ? [path] : []))),
    [filing.comments],
  )
  return (
    <div className="form-view" lang="zh-CN">
      <div className="editor-tools" role="toolbar" aria-label={words.tools}>
        <Button disabled={draft.past.length === 0} onClick={() => edit({ do: 'undo' })}>
          {words.undo}
        </Button>
        <Button disabled={draft.future.length === 0} onClick={() => edit({ do: 'redo' })}>
          {words.redo}
        </Button>
        <Button
          disabled={!rows}
          onClick={() => rows && edit({ do: 'insert', table: rows.table, at: rows.index, count: 1 })}
        >
          {words.rowAbove}
        </Button>
        <Button
          disabled={!rows}
          onClick={() => rows && edit({ do: 'insert', table: rows.table, at: rows.index + 1, count: 1 })}
        >
          {words.rowBelow}
        </Button>
        <Button
          disabled={!rows}
          onClick={() => rows && edit({ do: 'remove', table: rows.table, at: rows.index, count: 1 })}
        >
          {words.removeRows}
        </Button>
        <Button disabled={!rows} onClick={() => editing.chosen && moveRow(editing.chosen.focus, -1)}>
          {words.rowUp}
        </Button>
        <Button disabled={!rows} onClick={() => editing.chosen && moveRow(editing.chosen.focus, 1)}>
          {words.rowDown}
        </Button>
        <Button disabled={!editing.chosen} onClick={editing.fillDown}>
          {words.fillDown}
        </Button>
        <SaveNote state={state} form={form} />
      </div>
      <StatusBar form={form} check={check} />
      <div className="form-columns">
        <SheetEditor
          sheet={sheet}
          marks={marks}
          locked={(path) => lockedBecause(path) !== null}
          commented={commented}
          editing={editing}
        />
        <EditorPanel
          filing={filing}
          form={form}
          check={check}
          marks={marks}
          chosen={editing.chosen?.focus ?? null}
          onChoose={(path) => editing.choose(path)}
          beforeAct={save}
        />
      </div>
      {pasted && (
        <PastePreview
          pasted={pasted}
          onCancel={() => setPasted(null)}
          onApply={() => {
            edit({ do: 'replace', form: pasted.form })
            setPasted(null)
          }}
        />
      )}
      {state.is === 'conflict' && <ConflictChoice conflicts={state.conflicts} onChosen={(mine) => void settle(mine)} />}
    </div>
  )
}

/** What this browser kept of an earlier visit is merged into the form as it stands now. */
function startOf(filing: FilingView) {
  const own = kept(filing.id)
  const draft = draftOf(filing.form)
  if (!own) return draft
  const form = own.version === filing.version ? own.form : merge(own.base, own.form, filing.form).form
  return edited(draft, { do: 'replace', form })
}

type Cell = { readonly path: string; readonly text: string }

const firstFault = (form: FilingView['form'], cells: readonly Cell[]): string | null => {
  const [fault] = typeAll(form, cells).faults.values()
  return fault ?? null
}

/** A merged cell stands for all the rows it covers. */
function withMerged(sheet: Sheet, cells: readonly Cell[]): readonly Cell[] {
  const spans = new Map(sheet.rows.flat().map(({ path, rowSpan }) => [path, rowSpan]))
  return cells.flatMap(({ path, text }) => {
    const place = placeOf(path)
    const covered = place?.table === 'indicators' ? (spans.get(path) ?? 1) : 1
    return Array.from({ length: covered }, (_, i) => ({
      path: place && i > 0 ? `${place.table}[${place.index + i}].${place.name}` : path,
      text,
    }))
  })
}

export const layoutOf = (id: string): Layout | undefined => layouts.find((layout) => layout.id === id)
