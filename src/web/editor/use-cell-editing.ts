// The keyboard and the clipboard of the sheet: one text area lies over the active cell, so that input methods work from the first
// key. What is being written stays in it: nothing else is drawn for a letter.
import {
  type ClipboardEvent,
  type FormEvent,
  type KeyboardEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { placeOf } from '../../kernel/form/type-in.ts'
import type { Sheet } from '../../kernel/layout/sheet.ts'
import { endOf } from '../parts/sheet-cells.ts'
import { farNeighbour, neighbour } from '../parts/sheet-moves.ts'
import type { Block } from './block.ts'
import { blockOnClipboard, putOnClipboard } from './clipboard.ts'
import type { RowsMoved } from './rows-moved.ts'
import { blockWithin, fieldsWithin, type Rows, rectangleOf, rowsChosen, stillThere } from './selection.ts'
import { type Command, commandOf } from './sheet-keys.ts'
import { useStable } from './use-stable.ts'

export type Chosen = {
  readonly anchor: string
  readonly focus: string
  /** Nobody chose it anew: others moved its row. The keyboard stays where it is. */
  readonly moved?: true
}

export type Handlers = {
  readonly sheet: Sheet
  readonly textAt: (path: string) => string
  readonly lockedBecause: (path: string) => string | null
  readonly type: (cells: readonly { path: string; text: string }[]) => void
  readonly paste: (anchor: string, block: Block) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly save: () => void
  readonly insertRows: (rows: Rows) => void
  readonly removeRows: (rows: Rows) => void
  /** By one place in the column of the cell at `path`. Where the rows stand afterwards; null where they cannot be moved. */
  readonly moveRows: (rows: Rows, by: 1 | -1, path: string) => number | null
  /** What is being written in a cell at the moment; null = nothing. */
  readonly writing: (cell: { path: string; text: string } | null) => void
  readonly refuse: (why: string) => void
  /** Where others moved the rows to; null: they never did. */
  readonly moved: RowsMoved | null
  /** What was being written when others took its row away. */
  readonly lost: (text: string) => void
}

export function useCellEditing(given: Handlers) {
  const { sheet } = given
  const [last, setChosen] = useState<Chosen | null>(null)
  const chosen = useMemo(() => last && chosenIn(sheet, last), [sheet, last])
  /** Whether the chosen cell is written in. */
  const [writing, setWriting] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const composing = useRef(false)
  const inField = (text: string) => {
    if (field.current && field.current.value !== text) field.current.value = text
  }

  const choose = (path: string, extend = false) =>
    setChosen({ anchor: extend && chosen ? chosen.anchor : path, focus: path })
  /** False where the cell may not be changed; the person is told why. */
  const mayWrite = (): boolean => {
    const why = chosen && given.lockedBecause(chosen.focus)
    if (why !== null) given.refuse(why)
    return chosen !== null && why === null
  }
  const begin = () => {
    if (!chosen || writing || !mayWrite()) return
    inField(given.textAt(chosen.focus))
    setWriting(true)
  }
  const stop = () => {
    inField('')
    setWriting(false)
    given.writing(null)
  }
  // What is chosen and written belongs to its row, wherever that stands now.
  const follow = useStable((moved: RowsMoved) => {
    const focus = last && moved.to(last.focus)
    if (last === null || focus === last.focus) return
    const text = field.current?.value ?? ''
    if (focus !== null) {
      setChosen({ anchor: moved.to(last.anchor) ?? focus, focus, moved: true })
      if (writing) given.writing({ path: focus, text })
    } else if (writing) {
      stop()
      given.lost(text)
    }
  })
  useLayoutEffect(() => {
    if (given.moved) follow(given.moved)
  }, [given.moved, follow])
  const commit = () => {
    if (!writing) return
    if (chosen) given.type([{ path: chosen.focus, text: field.current?.value ?? '' }])
    stop()
  }
  const written = ({ currentTarget: { value } }: FormEvent<HTMLTextAreaElement>) => {
    if (!chosen) return
    if (writing) given.writing({ path: chosen.focus, text: value })
    else if (composing.current)
      return // refused, and emptied at its end
    else if (mayWrite()) {
      setWriting(true)
      given.writing({ path: chosen.focus, text: value })
    } else inField('')
  }
  const go = (key: string, extend = false, control = false): boolean => {
    const next = chosen && (farNeighbour(sheet, chosen.focus, key, control) ?? neighbour(sheet, chosen.focus, key))
    if (next) choose(next, extend)
    return Boolean(next)
  }
  const within = () => {
    const box = chosen && rectangleOf(sheet, chosen.anchor, chosen.focus)
    return box ? { box, fields: fieldsWithin(sheet, box) } : null
  }
  const withRows = <T>(act: (rows: Rows) => T): T | null => {
    const rows = chosen && rowsChosen(sheet, chosen.anchor, chosen.focus)
    return rows && act(rows)
  }
  const moveRows = (by: 1 | -1) =>
    withRows((rows) => {
      if (!chosen) return
      const to = given.moveRows(rows, by, chosen.focus)
      if (to === null) return
      const follow = (path: string) => pathMoved(path, to - rows.from)
      setChosen({ anchor: follow(chosen.anchor), focus: follow(chosen.focus) })
    })
  const empty = () => given.type((within()?.fields ?? []).map((path) => ({ path, text: '' })))
  /** The first row of what is chosen, into the rows below it. */
  const fillDown = () => given.type(filledDown(within()?.fields ?? [], given.textAt))
  const chooseAll = () => {
    const [anchor, focus] = [endOf(sheet, 'first'), endOf(sheet, 'last')]
    if (anchor !== undefined && focus !== undefined) setChosen({ anchor, focus })
  }

  /** Whether the key has done its work here. */
  const run = (command: Command): boolean => {
    switch (command.do) {
      case 'undo':
        given.undo()
        break
      case 'redo':
        given.redo()
        break
      case 'save':
        commit()
        given.save()
        break
      case 'fill-down':
        fillDown()
        break
      case 'choose-all':
        chooseAll()
        break
      case 'insert-rows':
        withRows(given.insertRows)
        break
      case 'remove-rows':
        withRows(given.removeRows)
        break
      case 'move-rows':
        moveRows(command.by)
        break
      case 'begin':
        begin()
        break
      case 'empty':
        empty()
        break
      case 'leave':
        setChosen(null) // the next Tab goes on through the page
        break
      case 'give-up':
        stop()
        break
      case 'break-line':
        document.execCommand('insertText', false, '\n')
        break
      case 'go':
        go(command.key, command.extend, command.control)
        break
      case 'step':
        return go(command.key)
      case 'finish':
        commit()
        go(command.key)
        break
    }
    return true
  }
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (composing.current || event.nativeEvent.isComposing) return
    const { key, shiftKey: shift, altKey: alt } = event
    const command = commandOf({ key, shift, alt, control: event.ctrlKey || event.metaKey }, writing)
    if (command && run(command)) event.preventDefault()
  }
  const copy = (event: ClipboardEvent, cut: boolean) => {
    const inside = writing ? null : within()
    if (!inside) return
    event.preventDefault()
    putOnClipboard(event.clipboardData, blockWithin(sheet, inside.box))
    if (cut) empty()
  }
  const paste = (event: ClipboardEvent) => {
    if (writing || !chosen) return
    event.preventDefault()
    const first = within()?.fields[0] ?? chosen.focus
    given.paste(first, blockOnClipboard(event.clipboardData, placeOf(first) !== null))
  }
  return {
    chosen,
    writing,
    /** The text area itself: what is in it has the keyboard. */
    field,
    choose,
    begin,
    commit,
    fillDown,
    moveRows,
    /** For the text area that lies over the active cell. */
    input: {
      onInput: written,
      // an input method replaces its own text: the field is left alone until it is done
      onCompositionStart: () => {
        composing.current = true
        if (!writing && mayWrite()) setWriting(true)
      },
      onCompositionEnd: () => {
        composing.current = false
        if (!writing) inField('')
      },
      onKeyDown: press,
      onCopy: (event: ClipboardEvent) => copy(event, false),
      onCut: (event: ClipboardEvent) => copy(event, true),
      onPaste: paste,
      onBlur: commit,
    },
  }
}

/** Rows may have gone since it was chosen. */
function chosenIn(sheet: Sheet, chosen: Chosen): Chosen | null {
  const [anchor, focus] = [stillThere(sheet, chosen.anchor), stillThere(sheet, chosen.focus)]
  if (anchor === null || focus === null) return null
  return anchor === chosen.anchor && focus === chosen.focus ? chosen : { anchor, focus }
}

function filledDown(fields: readonly string[], textAt: (path: string) => string) {
  const first = rowOf(fields[0])
  const source = new Map(fields.filter((path) => rowOf(path) === first).map((path) => [columnOf(path), textAt(path)]))
  return fields.flatMap((path) => {
    const above = rowOf(path) === first ? undefined : source.get(columnOf(path))
    return above === undefined ? [] : [{ path, text: above }]
  })
}

const pathMoved = (path: string, by: number): string =>
  path.replace(/\[(\d+)\]/, (_, index: string) => `[${Number(index) + by}]`)
const rowOf = (path = ''): string => /^\w+\[\d+\]\./.exec(path)?.[0] ?? path
const columnOf = (path: string): string => path.slice(rowOf(path).length)
