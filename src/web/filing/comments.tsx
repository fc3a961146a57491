import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { type CommentView, comments } from '../../api/comments.ts'
import { type FilingView, filings } from '../../api/filings.ts'
import { call, query } from '../call.ts'
import { labelOf } from '../parts/cell-words.ts'
import { sentenceOf } from '../parts/refusal.tsx'
import { moment } from '../show.ts'
import { useEditorWords } from '../words/editor.ts'
import { useReviewWords } from '../words/review.ts'
import { useWords } from '../words.ts'

type Props = { readonly filing: FilingView; readonly chosen: string | null; readonly onChoose: (path: string) => void }

/** 批注: bound to a cell, answered, resolved or not. */
export function Comments({ filing, chosen, onChoose }: Props) {
  const shell = useWords()
  const words = useEditorWords()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const done = () => queries.invalidateQueries({ queryKey: query(filings.get, { id: filing.id }).queryKey })
  const failed = (error: Error) => void message.error(sentenceOf(error, shell))
  const add = (text: string, answerTo: string | null, path: string | null) =>
    call(comments.add, { filingId: filing.id, path, version: filing.version, text, answerTo })
      .then(done)
      .then(
        () => true,
        (error: Error) => {
          failed(error)
          return false
        },
      )
  const settle = ({ id, resolvedAt }: CommentView) =>
    call(resolvedAt === null ? comments.resolve : comments.reopen, { id })
      .then(done)
      .catch(failed)
  const first = filing.comments.filter(({ answerTo }) => answerTo === null)
  return (
    <div className="comments">
      {first.length === 0 && <p className="note">{words.noComments}</p>}
      <ul className="plain">
        {first.map((one) => (
          <Thread
            key={one.id}
            one={one}
            answers={filing.comments.filter(({ answerTo }) => answerTo === one.id)}
            onChoose={onChoose}
            onAnswer={(text) => add(text, one.id, one.path)}
            onSettle={() => void settle(one)}
          />
        ))}
      </ul>
      <Writing
        id="comment-text"
        label={`${words.addComment}${chosen ? `（${labelOf(chosen)}）` : ''}`}
        button={words.addComment}
        onWrite={(text) => add(text, null, chosen || null)}
      />
    </div>
  )
}

type ThreadProps = {
  readonly one: CommentView
  readonly answers: readonly CommentView[]
  readonly onChoose: (path: string) => void
  readonly onAnswer: (text: string) => Promise<boolean>
  readonly onSettle: () => void
}

function Thread({ one, answers, onChoose, onAnswer, onSettle }: ThreadProps) {
  const words = useEditorWords()
  const own = useReviewWords()
  const [answering, setAnswering] = useState(false)
  const notes = [
    one.rowGone ? own.rowGone : '',
    one.quote !== null && one.changedSince ? own.quote(one.quote) : '',
    !one.rowGone && one.changedSince ? own.changedSince : '',
    one.resolvedAt === null ? '' : words.resolved,
  ]
  return (
    <li className={one.resolvedAt === null ? 'comment' : 'comment resolved'}>
      {one.path !== null && (
        <Button type="link" size="small" onClick={() => onChoose(one.path ?? '')}>
          {labelOf(one.path)}
        </Button>
      )}
      <p>{one.text}</p>
      <small>{[`${one.by}　${moment(one.at)}`, ...notes].filter(Boolean).join('　')}</small>
      {answers.map((answer) => (
        <div className="answer" key={answer.id}>
          <p>{answer.text}</p>
          <small>
            {answer.by}　{moment(answer.at)}
          </small>
        </div>
      ))}
      <div>
        <Button size="small" onClick={onSettle}>
          {one.resolvedAt === null ? words.resolve : words.reopen}
        </Button>{' '}
        <Button size="small" aria-expanded={answering} onClick={() => setAnswering(!answering)}>
          {own.answer}
        </Button>
      </div>
      {answering && (
        <Writing
          id={`answer-${one.id}`}
          label={own.answerTo(one.by)}
          button={own.answer}
          onWrite={async (text) => {
            const written = await onAnswer(text)
            if (written) setAnswering(false)
            return written
          }}
        />
      )}
    </li>
  )
}

type WritingProps = {
  readonly id: string
  readonly label: string
  readonly button: string
  /** False where it was refused: what was written stays. */
  readonly onWrite: (text: string) => Promise<boolean>
}

function Writing({ id, label, button, onWrite }: WritingProps) {
  const words = useEditorWords()
  const [text, setText] = useState('')
  const write = async () => {
    if (await onWrite(text)) setText('')
  }
  const missing = text.trim() === ''
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <Input.TextArea id={id} value={text} rows={3} maxLength={5000} onChange={({ target }) => setText(target.value)} />
      <Button disabled={missing} title={missing ? words.commentText : undefined} onClick={() => void write()}>
        {button}
      </Button>
    </>
  )
}
