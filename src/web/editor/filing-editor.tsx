// 填报: the official form as the editor; findings, sums and score while one types; saved by itself.
import { App } from 'antd'
import { Suspense, useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { FilingView } from '../../api/filings.ts'
import type { Form } from '../../kernel/form/form.ts'
import { printedAt } from '../../kernel/form/path.ts'
import { typeAll } from '../../kernel/form/type-in.ts'
import { draw } from '../../kernel/layout/draw.ts'
import type { Layout } from '../../kernel/layout/layout.ts'
import { memoOf } from '../../kernel/memo.ts'
import { marksOf } from '../parts/marks.ts'
import { useEditorWords } from '../words/editor.ts'
import { useTypedHere } from './being-typed.ts'
import type { Block } from './block.ts'
import type { Typing } from './draft.ts'
import { EditorPanel } from './editor-panel.tsx'
import { EditorTools, type Tool } from './editor-tools.tsx'
import { KeyHelp } from './key-help.tsx'
import { ConflictChoice, fetchLater, fetchWithComputed, PastePreview, SignInDialog } from './later.ts'
import { type Pasted, paste } from './paste.ts'
import { keysOfRows, rowsMoved } from './rows-moved.ts'
import { SaveNote } from './save-note.tsx'
import { type Rows, rowsChosen, rowsPassed } from './selection.ts'
import { SheetEditor } from './sheet-editor.tsx'
import { StatusBar } from './status-bar.tsx'
import { StrayNote } from './stray-note.tsx'
import { useCellEditing } from './use-cell-editing.ts'
import { useChecked, useServerCheck } from './use-checked.ts'
import { useDraft } from './use-draft.ts'
import { useLocks } from './use-locks.ts'
import { useReasonWriting } from './use-reason-writing.ts'
import { useStable } from './use-stable.ts'
import { withMerged } from './with-merged.ts'
import { WorkbookButtons } from './workbook-buttons.tsx'

type Props = { readonly filing: FilingView; readonly layout: Layout; readonly person: string }

export function FilingEditor({ filing, layout, person }: Props) {
  const words = useEditorWords()
  const { message } = App.useApp()
  const { draft, edit, saving, onWriting, settle, bring, stray, forgetStray } = useDraft(filing, person)
  /** What is to be pasted, and the form it was laid over. */
  const [pasted, setPasted] = useState<{ readonly planned: Pasted; readonly from: Form } | null>(null)
  /** The dialog for signing in again was put off. */
  const [later, setLater] = useState(false)
  const { form, moved: seen } = draft
  const typed = useTypedHere()
  useEffect(fetchLater, [])
  const sheetOf = useMemo(() => memoOf((one: Form) => draw(layout, one)), [layout])
  const sheet = sheetOf(form)
  const checked = useChecked(filing, form)
  useServerCheck(filing.id, saving.state, draft.step)
  const marks = useMemo(() => marksOf(sheetOf(checked.form), checked.check), [sheetOf, checked.form, checked.check])
  const { lockedBecause, locked, open, fixed } = useLocks(filing, sheet, form)

  const type = useStable((cells: readonly Typing[]) => {
    const allowed = cells.filter(({ path }) => lockedBecause(path) === null)
    const [first] = cells.length > allowed.length ? cells : []
    if (first) void message.warning(words.lockedCell(lockedBecause(first.path) ?? ''))
    const all = withMerged(sheet, allowed)
    const [fault] = typeAll(form, all).faults.values()
    if (fault !== undefined) void message.error(fault)
    edit({ do: 'type', cells: all, seen })
  })
  /** From beside the form, drawn from the form of a moment ago. */
  const typeOn = useStable((drawn: Form, cells: readonly Typing[]) => {
    const { to } = rowsMoved(drawn, form)
    type(
      cells.flatMap(({ path, text }) => {
        const place = to(path)
        return place === null ? [] : [{ path: place, text }]
      }),
    )
  })
  const writing = (cell: Typing | null) => {
    typed.tell(cell)
    onWriting(cell)
  }
  const lost = (text: string) => void message.warning(words.rowTaken(text), 10)
  const refuse = (why: string) => void message.warning(words.lockedCell(why))
  const ofRows = (act: () => void) => (fixed === null ? act() : refuse(fixed))
  const insert = ({ table, from, count }: Rows, behind = false) =>
    ofRows(() => edit({ do: 'insert', table, at: behind ? from + count : from, count, seen }))
  const remove = ({ table, from, count }: Rows) => ofRows(() => edit({ do: 'remove', table, at: from, count, seen }))
  const editing = useCellEditing({
    sheet,
    textAt: (path) => draft.refused.get(path)?.text ?? printedAt(form, path) ?? '',
    lockedBecause,
    type,
    paste: (anchor: string, block: Block) => {
      const planned = paste(form, layout, sheet, anchor, block, lockedBecause)
      if (planned.cells.length === 1 && planned.cells[0]?.fault === null)
        edit({ do: 'replace', from: form, form: planned.form })
      else setPasted({ planned, from: form })
    },
    undo: () => edit({ do: 'undo' }),
    redo: () => edit({ do: 'redo' }),
    save: saving.attempt,
    insertRows: insert,
    removeRows: remove,
    moveRows: (rows, by, path) => {
      const { table, from, count } = rows
      const passed = fixed === null ? rowsPassed(sheet, rows, path, by) : 0
      if (passed === 0) return null
      edit({ do: 'move', table, from, to: by > 0 ? from + count + passed : from - passed, count, seen })
      return from + by * passed
    },
    writing,
    refuse,
    moved: seen,
    lost,
  })
  const reasons = useReasonWriting({ form, type, writing, lost })
  const { chosen } = editing
  const rows = useMemo(() => chosen && rowsChosen(sheet, chosen.anchor, chosen.focus), [sheet, chosen])
  const onUse = useStable((tool: Tool) => {
    if (tool === 'undo' || tool === 'redo') edit({ do: tool })
    else if (tool === 'addRow') edit({ do: 'insert', table: 'indicators', at: form.indicators.length, count: 1, seen })
    else if (tool === 'fillDown') editing.fillDown()
    else if (tool === 'rowUp' || tool === 'rowDown') editing.moveRows(tool === 'rowUp' ? -1 : 1)
    else if (rows && tool === 'removeRows') remove(rows)
    else if (rows) insert(rows, tool === 'rowBelow')
  })
  const onTakeOver = useStable(async () => {
    const withComputed = await fetchWithComputed()
    edit({ do: 'replace', from: form, form: withComputed(form, filing.check.profile, open) })
  })
  /** Nothing is done with a filing while something typed is not in it; answers by which keys its rows are kept. */
  const beforeAct = useStable(async () => {
    if (draft.refused.size > 0) throw new Error(words.refusedLeft(draft.refused.size))
    await saving.save().catch(() => {
      throw new Error(words.notSavedYet)
    })
    return keysOfRows(form, saving.server.current.base)
  })
  const commented = useMemo(() => openComments(filing.comments), [filing.comments])
  const onChoose = useStable((path: string) => editing.choose(path))
  const onBrought = useStable(bring)
  // what stands beside the form follows when there is time: the form itself never waits for it
  const panel = useDeferredValue(
    useMemo(() => {
      const onType = (cells: readonly Typing[]) => typeOn(form, cells)
      return { onScreen: form, typed, open, reasons, onType, onTakeOver }
    }, [form, typed, open, reasons, typeOn, onTakeOver]),
  )
  return (
    <div className="form-view" lang="zh-CN">
      <div className="editor-head">
        <div className="editor-tools" role="toolbar" aria-label={words.tools}>
          <EditorTools
            canUndo={draft.past.length > 0}
            canRedo={draft.future.length > 0}
            hasCell={chosen !== null}
            hasRows={rows !== null}
            fixed={fixed}
            onUse={onUse}
          />
          <KeyHelp />
          <WorkbookButtons filing={useDeferredValue(filing)} beforeAct={beforeAct} onBrought={onBrought} />
          <SaveNote state={saving.state} keptHere={saving.keptHere} form={form} onSignIn={() => setLater(false)} />
        </div>
        <StatusBar form={form} checked={checked} />
      </div>
      <StrayNote stray={stray} onClose={forgetStray} />
      <div className="form-columns">
        <SheetEditor
          form={form}
          sheet={sheet}
          typed={typed}
          marks={marks}
          locked={locked}
          commented={commented}
          refused={draft.refused}
          editing={editing}
          rows={fixed === null ? rows : null}
          onDrag={({ table, from, count }, to) => edit({ do: 'move', table, from, to, count, seen })}
        />
        <EditorPanel
          filing={useDeferredValue(filing)}
          form={checked.form}
          check={checked.check}
          marks={marks}
          chosen={useDeferredValue(chosen?.focus ?? null)}
          onChoose={onChoose}
          beforeAct={beforeAct}
          editing={panel}
        />
      </div>
      <Suspense>
        {pasted && (
          <PastePreview
            pasted={pasted.planned}
            onCancel={() => setPasted(null)}
            onClosed={() => editing.field.current?.focus({ preventScroll: true })}
            onApply={() => {
              edit({ do: 'replace', from: pasted.from, form: pasted.planned.form })
              setPasted(null)
            }}
          />
        )}
        {saving.state.is === 'conflict' && (
          <ConflictChoice conflicts={saving.state.conflicts} onChosen={(mine) => void settle(mine)} />
        )}
        {saving.state.is === 'signed-out' && !later && (
          <SignInDialog person={person} onDone={saving.attempt} onLater={() => setLater(true)} />
        )}
      </Suspense>
    </div>
  )
}

const openComments = (comments: FilingView['comments']): ReadonlySet<string> =>
  new Set(comments.flatMap(({ path, resolvedAt }) => (path !== null && resolvedAt === null ? [path] : [])))
