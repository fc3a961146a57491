// 填报: the official form as the editor; findings, sums and score while one types; saved by itself.
import { App } from 'antd'
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import type { FilingView } from '../../api/filings.ts'
import { printedAt } from '../../kernel/form/path.ts'
import { placeOf, typeAll } from '../../kernel/form/type-in.ts'
import { draw } from '../../kernel/layout/draw.ts'
import type { Layout } from '../../kernel/layout/layout.ts'
import type { Sheet } from '../../kernel/layout/sheet.ts'
import { fixedBecause } from '../../kernel/lifecycle/fixed-cells.ts'
import { profileOf } from '../../kernel/profile/choose.ts'
import type { Profile } from '../../kernel/profile/profile.ts'
import { checkForm } from '../../kernel/review/check.ts'
import { marksOf } from '../parts/marks.ts'
import { useEditorWords } from '../words/editor.ts'
import type { Block } from './block.ts'
import { ConflictChoice } from './conflict-choice.tsx'
import type { Typing } from './draft.ts'
import { EditorPanel } from './editor-panel.tsx'
import { EditorTools } from './editor-tools.tsx'
import { type Pasted, paste } from './paste.ts'
import { PastePreview } from './paste-preview.tsx'
import { SaveNote } from './save-note.tsx'
import { type Rows, rowsChosen } from './selection.ts'
import { SheetEditor } from './sheet-editor.tsx'
import { StatusBar } from './status-bar.tsx'
import { withComputed } from './take-over.ts'
import { useCellEditing } from './use-cell-editing.ts'
import { useDraft } from './use-draft.ts'
import { useStable } from './use-stable.ts'
import { WorkbookButtons } from './workbook-buttons.tsx'

type Props = { readonly filing: FilingView; readonly layout: Layout; readonly person: string }

export function FilingEditor({ filing, layout, person }: Props) {
  const words = useEditorWords()
  const { message } = App.useApp()
  const { draft, edit, saving, onWriting, settle, bring } = useDraft(filing, person)
  const [pasted, setPasted] = useState<Pasted | null>(null)
  const input = useRef<HTMLTextAreaElement>(null)
  const { form } = draft
  const sheet = useMemo(() => draw(layout, form), [layout, form])
  const shown = useDeferredValue(form)
  const profile = profileOf(filing.check.profile)
  const { check, marks } = useChecked(shown, layout, profile)
  const { lockedBecause, locked, fixed } = useLocks(filing, sheet, form)

  const moveRows = ({ table, from, count }: Rows, by: 1 | -1): number | null => {
    const to = from + by
    if (fixed !== null || to < 0 || to + count > form[table].length) return null
    edit({ do: 'move', table, from, to: by > 0 ? from + count + 1 : to, count })
    return to
  }
  const type = useStable((cells: readonly Typing[]) => {
    const open = cells.filter(({ path }) => lockedBecause(path) === null)
    const [first] = cells.length > open.length ? cells : []
    if (first) void message.warning(words.lockedCell(lockedBecause(first.path) ?? ''))
    const all = withMerged(sheet, open)
    const [fault] = typeAll(form, all).faults.values()
    if (fault !== undefined) void message.error(fault)
    edit({ do: 'type', cells: all })
  })
  const editing = useCellEditing({
    sheet,
    textAt: (path) => draft.refused.get(path)?.text ?? printedAt(form, path) ?? '',
    lockedBecause,
    type,
    paste: (anchor: string, block: Block) => {
      const planned = paste(form, layout, sheet, anchor, block, lockedBecause)
      if (planned.cells.length === 1 && planned.cells[0]?.fault === null) edit({ do: 'replace', form: planned.form })
      else setPasted(planned)
    },
    undo: () => edit({ do: 'undo' }),
    redo: () => edit({ do: 'redo' }),
    moveRows,
    writing: onWriting,
    refuse: (why) => void message.warning(words.lockedCell(why)),
  })
  const { chosen } = editing
  const rows = useMemo(() => chosen && rowsChosen(sheet, chosen.anchor, chosen.focus), [sheet, chosen])
  const commented = useMemo(
    () =>
      new Set(filing.comments.flatMap(({ path, resolvedAt }) => (path !== null && resolvedAt === null ? [path] : []))),
    [filing.comments],
  )
  const open = useMemo(
    () =>
      new Set(
        sheet.rows.flatMap((row) => row.flatMap(({ path }) => (path !== null && !locked.has(path) ? [path] : []))),
      ),
    [sheet, locked],
  )
  const onTakeOver = useStable(() => {
    if (profile) edit({ do: 'replace', form: withComputed(form, profile, open) })
  })
  const panel = useMemo(() => ({ open, onType: type, onTakeOver }), [open, type, onTakeOver])
  const onChoose = useStable((path: string) => editing.choose(path))
  /** Nothing is done with a filing while something typed is not in it. */
  const beforeAct = useStable(async () => {
    if (draft.refused.size > 0) throw new Error(words.refusedLeft(draft.refused.size))
    await saving.save().catch(() => {
      throw new Error(words.notSavedYet)
    })
  })
  return (
    <div className="form-view" lang="zh-CN">
      <div className="editor-head">
        <EditorTools
          draft={draft}
          edit={edit}
          rows={rows}
          fixed={fixed}
          onMove={editing.moveRows}
          onFillDown={editing.chosen ? editing.fillDown : null}
        >
          <WorkbookButtons filing={filing} beforeAct={beforeAct} onBrought={bring} />
          <SaveNote state={saving.state} keptHere={saving.keptHere} form={form} />
        </EditorTools>
        <StatusBar form={form} check={check} />
      </div>
      <div className="form-columns">
        <SheetEditor
          sheet={sheet}
          marks={marks}
          locked={locked}
          commented={commented}
          refused={draft.refused}
          editing={editing}
          rows={fixed === null ? rows : null}
          input={input}
          onDrag={({ table, from, count }, to) => edit({ do: 'move', table, from, to, count })}
        />
        <EditorPanel
          filing={filing}
          form={shown}
          check={check}
          marks={marks}
          chosen={editing.chosen?.focus ?? null}
          onChoose={onChoose}
          beforeAct={beforeAct}
          editing={panel}
        />
      </div>
      {pasted && (
        <PastePreview
          pasted={pasted}
          onCancel={() => setPasted(null)}
          onClosed={() => input.current?.focus({ preventScroll: true })}
          onApply={() => {
            edit({ do: 'replace', form: pasted.form })
            setPasted(null)
          }}
        />
      )}
      {saving.state.is === 'conflict' && (
        <ConflictChoice conflicts={saving.state.conflicts} onChosen={(mine) => void settle(mine)} />
      )}
    </div>
  )
}

function useChecked(form: FilingView['form'], layout: Layout, profile: Profile | undefined) {
  const check = useMemo(() => checkForm(form, profile), [form, profile])
  const marks = useMemo(() => marksOf(draw(layout, form), check), [layout, form, check])
  return { check, marks }
}

/** Which cells may not be changed, and why; `fixed`: why no rows may come, go or move. */
function useLocks(filing: FilingView, sheet: Sheet, form: FilingView['form']) {
  const words = useEditorWords()
  const { targetsFixed, onlyCells, registered } = filing
  const lock = useMemo(() => ({ targets: targetsFixed, only: onlyCells }), [targetsFixed, onlyCells])
  const lockedBecause = useCallback(
    (path: string) => (registered.includes(path) ? words.registered : fixedBecause(form, path, lock)),
    [registered, form, lock, words.registered],
  )
  const locked = useMemo(
    () =>
      new Set(
        sheet.rows.flatMap((row) =>
          row.flatMap(({ path }) => (path !== null && lockedBecause(path) !== null ? [path] : [])),
        ),
      ),
    [sheet, lockedBecause],
  )
  const fixed = targetsFixed ? words.rowsApproved : onlyCells !== null ? words.rowsReturned : null
  return { lockedBecause, locked, fixed }
}

/** A merged cell stands for all the rows it covers. */
function withMerged(sheet: Sheet, cells: readonly Typing[]): readonly Typing[] {
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
