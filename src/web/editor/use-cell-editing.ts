// The keyboard and the clipboard of the sheet: one text area lies over the active cell, so that input methods work from the first key.
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react'
import type { Sheet } from '../../kernel/layout/sheet.ts'
import { neighbour } from '../parts/sheet-moves.ts'
import { type Block, blockOfText, textOfBlock } from './block.ts'
import { blockWithin, fieldsWithin, type Rows, rectangleOf, rowsChosen } from './selection.ts'
import { blockOfHtml } from './table-block.ts'

export type Chosen = { readonly anchor: string; readonly focus: string }

export type Handlers = {
  readonly sheet: Sheet
  readonly textAt: (path: string) => string
  readonly lockedBecause: (path: string) => string | null
  readonly type: (cells: readonly { path: string; text: string }[]) => void
  readonly paste: (anchor: string, block: Block) => void
  readonly undo: () => void
  readonly redo: () => void
  /** Where the rows stand afterwards; null where they cannot be moved. */
  readonly moveRows: (rows: Rows, by: 1 | -1) => number | null
  /** What is being written in a cell at the moment; null = nothing. */
  readonly writing: (cell: { path: string; text: string } | null) => void
  readonly refuse: (why: string) => void
}

export function useCellEditing(given: Handlers) {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  /** Null while the cell is only chosen, not written in. */
  const [text, setText] = useState<string | null>(null)
  const composing = useRef(false)

  const { sheet } = given
  const choose = (path: string, extend = false) =>
    setChosen((before) => (extend && before ? { anchor: before.anchor, focus: path } : { anchor: path, focus: path }))

  const begin = (with_: string | null) => {
    if (!chosen) return
    const why = given.lockedBecause(chosen.focus)
    if (why !== null) given.refuse(why)
    else write(with_ ?? given.textAt(chosen.focus))
  }
  const write = (next: string | null) => {
    setText(next)
    given.writing(next === null || !chosen ? null : { path: chosen.focus, text: next })
  }
  const commit = () => {
    if (text === null) return
    if (chosen) given.type([{ path: chosen.focus, text }])
    write(null)
  }
  const go = (key: string, extend = false) => {
    const next = chosen && neighbour(sheet, chosen.focus, key)
    if (next) choose(next, extend)
  }
  const within = () => {
    const box = chosen && rectangleOf(sheet, chosen.anchor, chosen.focus)
    return box ? { box, fields: fieldsWithin(sheet, box) } : null
  }
  const rows = (): Rows | null => chosen && rowsChosen(sheet, chosen.anchor, chosen.focus)
  const moveRows = (by: 1 | -1) => {
    const moved = rows()
    const to = moved && given.moveRows(moved, by)
    if (!moved || to === null || !chosen) return
    const follow = (path: string) => pathMoved(path, to - moved.from)
    setChosen({ anchor: follow(chosen.anchor), focus: follow(chosen.focus) })
  }
  const empty = () => given.type((within()?.fields ?? []).map((path) => ({ path, text: '' })))
  /** The first row of what is chosen, into the rows below it. */
  const fillDown = () => {
    const fields = within()?.fields ?? []
    const first = rowOf(fields[0])
    const source = new Map(
      fields.filter((path) => rowOf(path) === first).map((path) => [columnOf(path), given.textAt(path)]),
    )
    given.type(
      fields.flatMap((path) => {
        const above = rowOf(path) === first ? undefined : source.get(columnOf(path))
        return above === undefined ? [] : [{ path, text: above }]
      }),
    )
  }

  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (composing.current || event.nativeEvent.isComposing) return
    const done = pressed(event)
    if (done) event.preventDefault()
  }
  const pressed = (event: KeyboardEvent): boolean => {
    const { key, shiftKey, altKey } = event
    const control = event.ctrlKey || event.metaKey
    if (text !== null) return pressedWhileWriting(key, shiftKey, altKey, control)
    if (control) {
      const low = key.toLowerCase()
      if (low === 'z') shiftKey ? given.redo() : given.undo()
      else if (low === 'y') given.redo()
      else if (low === 'd') fillDown()
      else return false
      return true
    }
    if (altKey && chosen && (key === 'ArrowUp' || key === 'ArrowDown')) moveRows(key === 'ArrowUp' ? -1 : 1)
    else if (key.startsWith('Arrow')) go(key, shiftKey)
    else if (key === 'Tab') {
      const next = chosen && neighbour(sheet, chosen.focus, shiftKey ? 'ArrowLeft' : 'ArrowRight')
      if (!next) return false // the edge: Tab goes on through the page
      choose(next)
    } else if (key === 'Enter' || key === 'F2') begin(null)
    else if (key === 'Delete' || key === 'Backspace') empty()
    else if (key === 'Escape')
      setChosen(null) // the next Tab goes on through the page
    else return false
    return true
  }
  const pressedWhileWriting = (key: string, shift: boolean, alt: boolean, control: boolean): boolean => {
    if (key === 'Escape') write(null)
    else if (key === 'Enter' && (alt || control)) document.execCommand('insertText', false, '\n')
    else if (key === 'Enter') {
      commit()
      go(shift ? 'ArrowUp' : 'ArrowDown')
    } else if (key === 'Tab') {
      commit()
      go(shift ? 'ArrowLeft' : 'ArrowRight')
    } else return false
    return true
  }

  const copy = (event: ClipboardEvent, cut: boolean) => {
    if (text !== null) return
    const inside = within()
    if (!inside) return
    event.preventDefault()
    const block = blockWithin(sheet, inside.box)
    event.clipboardData.setData('text/plain', textOfBlock(block))
    event.clipboardData.setData('text/html', htmlOf(block))
    if (cut) empty()
  }
  const paste = (event: ClipboardEvent) => {
    if (text !== null || !chosen) return
    event.preventDefault()
    const html = event.clipboardData.getData('text/html')
    const block = (html === '' ? null : blockOfHtml(html)) ?? blockOfText(event.clipboardData.getData('text/plain'))
    const box = rectangleOf(sheet, chosen.anchor, chosen.focus)
    const [first] = box ? fieldsWithin(sheet, box) : []
    given.paste(first ?? chosen.focus, block)
  }
  return {
    chosen,
    text,
    choose,
    begin,
    commit,
    fillDown,
    moveRows,
    /** For the text area that lies over the active cell. */
    input: {
      value: text ?? '',
      onChange: (event: { target: { value: string } }) =>
        text === null ? begin(event.target.value) : write(event.target.value),
      onCompositionStart: () => {
        composing.current = true
        if (text === null) begin('')
      },
      onCompositionEnd: () => {
        composing.current = false
      },
      onKeyDown: press,
      onCopy: (event: ClipboardEvent) => copy(event, false),
      onCut: (event: ClipboardEvent) => copy(event, true),
      onPaste: paste,
      onBlur: commit,
    },
  }
}

const pathMoved = (path: string, by: number): string =>
  path.replace(/\[(\d+)\]/, (_, index: string) => `[${Number(index) + by}]`)
const rowOf = (path = ''): string => /^\w+\[\d+\]\./.exec(path)?.[0] ?? path
const columnOf = (path: string): string => path.slice(rowOf(path).length)

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\n': '<br>' }
const htmlOf = (block: Block): string =>
  `<table>${block.map((row) => `<tr>${row.map((cell) => `<td>${(cell ?? '').replace(/[&<>\n]/g, (sign) => escapes[sign] ?? sign)}</td>`).join('')}</tr>`).join('')}</table>`
