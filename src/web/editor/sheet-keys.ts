// Which key does what on the sheet: while a cell is only chosen, and while it is written in.

export type Pressed = {
  readonly key: string
  readonly shift: boolean
  readonly alt: boolean
  /** Ctrl, or the Mac's command key. */
  readonly control: boolean
}

export type Command =
  | { readonly do: 'undo' | 'redo' | 'save' | 'fill-down' | 'choose-all' | 'insert-rows' | 'remove-rows' }
  | { readonly do: 'begin' | 'empty' | 'leave' | 'give-up' | 'break-line' }
  | { readonly do: 'move-rows'; readonly by: 1 | -1 }
  | { readonly do: 'go'; readonly key: string; readonly control: boolean; readonly extend: boolean }
  /** To the next cell in the row; at its end the key goes on through the page. */
  | { readonly do: 'step'; readonly key: 'ArrowLeft' | 'ArrowRight' }
  /** What is written is done with; on to the next cell. */
  | { readonly do: 'finish'; readonly key: string }

/** Null: the key does what it always does. */
export const commandOf = (pressed: Pressed, writing: boolean): Command | null =>
  writing ? whileWriting(pressed) : pressed.control ? withControl(pressed) : plain(pressed)

function whileWriting({ key, shift, alt, control }: Pressed): Command | null {
  if (control && key.toLowerCase() === 's') return { do: 'save' }
  if (key === 'Escape') return { do: 'give-up' }
  if (key === 'Enter') {
    if (alt || control) return { do: 'break-line' }
    return { do: 'finish', key: shift ? 'ArrowUp' : 'ArrowDown' }
  }
  return key === 'Tab' ? { do: 'finish', key: shift ? 'ArrowLeft' : 'ArrowRight' } : null
}

const letters: Readonly<Record<string, Command>> = {
  z: { do: 'undo' },
  y: { do: 'redo' },
  d: { do: 'fill-down' },
  a: { do: 'choose-all' },
  s: { do: 'save' },
}

function withControl({ key, shift, alt }: Pressed): Command | null {
  const low = key.toLowerCase()
  // with Alt: without it these keys make the whole page larger and smaller
  if (alt) return low === '=' || low === '+' ? { do: 'insert-rows' } : low === '-' ? { do: 'remove-rows' } : null
  if (low === 'z' && shift) return { do: 'redo' }
  if (isFar(key) || key.startsWith('Arrow')) return { do: 'go', key, control: true, extend: shift }
  return letters[low] ?? null
}

const isFar = (key: string): boolean => ['Home', 'End', 'PageUp', 'PageDown'].includes(key)

function plain({ key, shift, alt }: Pressed): Command | null {
  if (alt) return key === 'ArrowUp' || key === 'ArrowDown' ? { do: 'move-rows', by: key === 'ArrowUp' ? -1 : 1 } : null
  if (key.startsWith('Arrow') || isFar(key)) return { do: 'go', key, control: false, extend: shift }
  if (key === 'Tab') return { do: 'step', key: shift ? 'ArrowLeft' : 'ArrowRight' }
  if (key === 'Enter' || key === 'F2') return { do: 'begin' }
  if (key === 'Delete' || key === 'Backspace') return { do: 'empty' }
  return key === 'Escape' ? { do: 'leave' } : null
}
