import { Button } from 'antd'
import type { Form } from '../../kernel/form/form.ts'
import { downloadJson } from '../parts/download.ts'
import { moment } from '../show.ts'
import { useEditorWords } from '../words/editor.ts'
import { useWords } from '../words.ts'
import type { SaveState } from './save-state.ts'

type Props = {
  readonly state: SaveState
  /** False where the browser cannot keep what is not saved. */
  readonly keptHere: boolean
  readonly form: Form
  /** Opens the dialog for signing in again, where it was put off. */
  readonly onSignIn: () => void
}

/** Whether what is on the screen is safe, and where. */
export function SaveNote({ state, keptHere, form, onSignIn }: Props) {
  const words = useEditorWords()
  const shell = useWords()
  const inDanger = ['offline', 'signed-out', 'refused', 'failing'].includes(state.is)
  return (
    <span className={inDanger ? 'save-note danger' : 'save-note'} role="status">
      {state.is === 'saved' && state.at && words.saved(moment(state.at.toISOString()).slice(11))}
      {state.is === 'saving' && words.saving}
      {(state.is === 'unsaved' || state.is === 'conflict') && words.unsaved}
      {state.is === 'offline' && (keptHere ? words.keptHere : words.notKept)}
      {state.is === 'signed-out' && (
        <>
          {words.signInAgain}{' '}
          <Button size="small" type="primary" onClick={onSignIn}>
            {shell.signIn}
          </Button>
        </>
      )}
      {state.is === 'refused' && `${state.message}${keptHere ? words.keptHereToo : words.notKept}`}
      {state.is === 'failing' && `${state.message}${keptHere ? words.keptWhileFailing : words.notKept}`}
      {inDanger && (
        <Button size="small" onClick={() => downloadJson('hengji-draft.json', { source: 'hengji', forms: [form] })}>
          {words.download}
        </Button>
      )}
    </span>
  )
}
