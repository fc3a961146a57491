// The session ended while somebody types: they sign in over the form, and go on where they were.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type Session, sessions } from '../../api/sessions.ts'
import { call, query } from '../call.ts'
import { CodeStep, PasswordStep } from '../parts/sign-in-steps.tsx'
import { paths } from '../paths.ts'
import { useEditorWords } from '../words/editor.ts'

type Props = {
  /** Who fills the form in: what is typed is this person's. */
  readonly person: string
  readonly onDone: () => void
  readonly onLater: () => void
}

export function SignInDialog({ person, onDone, onLater }: Props) {
  const words = useEditorWords()
  const queries = useQueryClient()
  const own = query(sessions.get, {})
  const { data: known } = useQuery({ ...own, enabled: false })
  const [session, setSession] = useState<Session | null>(null)
  const isOther = session?.person != null && session.person.id !== person
  const done = async (next: Session) => {
    setSession(next)
    if (next.owed !== null || next.person?.id !== person) return
    queries.setQueryData(own.queryKey, next)
    onDone()
  }
  const leave = async () => {
    await call(sessions.close, {})
    setSession(null)
  }
  return (
    <Modal open title={words.sessionEnded} footer={null} mask={{ closable: false }} onCancel={onLater} width={420}>
      <p>{words.signInAgain}</p>
      {isOther ? (
        <Alert
          type="warning"
          showIcon
          title={words.otherPerson(session.person?.name ?? '')}
          action={<Button onClick={() => void leave()}>{words.signOutOther}</Button>}
        />
      ) : session?.owed === 'second-factor' ? (
        <CodeStep done={done} />
      ) : session?.owed ? (
        <Link to={paths.signIn(location.pathname)}>{words.moreToDo}</Link>
      ) : (
        <PasswordStep session={{ elsewhere: known?.elsewhere ?? null }} done={done} />
      )}
    </Modal>
  )
}
