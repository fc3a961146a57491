import { describe, expect, it } from 'vitest'
import { commandOf } from './sheet-keys.ts'

const none = { shift: false, alt: false, control: false }
const chosen = (key: string, held: Partial<typeof none> = {}) => commandOf({ key, ...none, ...held }, false)
const writing = (key: string, held: Partial<typeof none> = {}) => commandOf({ key, ...none, ...held }, true)

describe('a key on a chosen cell', () => {
  it('moves, and with Shift makes the choice larger', () => {
    expect(chosen('ArrowDown')).toEqual({ do: 'go', key: 'ArrowDown', control: false, extend: false })
    expect(chosen('ArrowDown', { shift: true })).toEqual({ do: 'go', key: 'ArrowDown', control: false, extend: true })
    expect(chosen('ArrowDown', { control: true, shift: true })).toMatchObject({ control: true, extend: true })
    expect(chosen('Home')).toMatchObject({ do: 'go', control: false })
    expect(chosen('Tab', { shift: true })).toEqual({ do: 'step', key: 'ArrowLeft' })
  })

  it('begins to write, empties or leaves', () => {
    expect(['Enter', 'F2', 'Delete', 'Backspace', 'Escape'].map((key) => chosen(key)?.do)).toEqual([
      'begin',
      'begin',
      'empty',
      'empty',
      'leave',
    ])
  })

  it('undoes, redoes, fills down, saves and chooses everything with Ctrl', () => {
    const low = ['z', 'y', 'd', 's', 'a'].map((key) => chosen(key, { control: true })?.do)
    expect(low).toEqual(['undo', 'redo', 'fill-down', 'save', 'choose-all'])
    expect(chosen('Z', { control: true, shift: true })).toEqual({ do: 'redo' })
  })

  it('moves, inserts and removes rows', () => {
    expect(chosen('ArrowUp', { alt: true })).toEqual({ do: 'move-rows', by: -1 })
    expect(chosen('=', { control: true, alt: true })).toEqual({ do: 'insert-rows' })
    expect(chosen('-', { control: true, alt: true })).toEqual({ do: 'remove-rows' })
  })

  it('leaves the browser its own: copying, zoom, letters', () => {
    expect(['c', 'x', 'v', '-', '='].map((key) => chosen(key, { control: true }))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ])
    expect(chosen('a')).toBeNull()
  })
})

describe('a key while a cell is written in', () => {
  it('finishes with Enter and Tab, gives up with Escape, breaks the line with Alt', () => {
    expect(writing('Enter')).toEqual({ do: 'finish', key: 'ArrowDown' })
    expect(writing('Tab', { shift: true })).toEqual({ do: 'finish', key: 'ArrowLeft' })
    expect(writing('Escape')).toEqual({ do: 'give-up' })
    expect(writing('Enter', { alt: true })).toEqual({ do: 'break-line' })
  })

  it('leaves arrows, Home and undoing to the text', () => {
    expect(['ArrowLeft', 'Home', 'Delete'].map((key) => writing(key))).toEqual([null, null, null])
    expect(writing('z', { control: true })).toBeNull()
  })
})
