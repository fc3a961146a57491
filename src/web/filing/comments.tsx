import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { type CommentView, comments } from '../../api/comments.ts'
import { type FilingView, filings } from '../../api/filings.ts'
import { call, query } from '../call.ts'
import { labelOf } from '../editor/sheet-editor.tsx'
import { sentenceOf } from '../parts/refusal.tsx'
import { moment } from '../show.ts'
import { useEditorWords } from '../words/editor.ts'
import { useWords } from '../words.ts'

type Props = { readonly filing: FilingView; readonly chosen: string | null; readonly onChoose: (path: string) => void }

/** 批注: bound to a cell, answered, resolved or not. */
export function Comments({ filing, chosen, onChoose }: Props) {
  const shell = useWords()
  const words = useEditorWords()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [text, setText] = useState('')
  const done = () => queries.invalidateQueries({ queryKey: query(filings.get, { id: filing.id }).queryKey })
  const failed = (error: Error) => void message.error(sentenceOf(error, shell))
  const add = () =>
    call(comments.add, { filingId: filing.id, path: chosen, version: filing.version, text, answerTo: null })
      .then(() => setText(''))
      .then(done)
      .catch(failed)
  const settle = ({ id, resolvedAt }: CommentView) =>
    call(resolvedAt === null ? comments.resolve : comments.reopen, { id })
      .then(done)
      .catch(failed)
  return (
    <div className="comments">
      {filing.comments.length === 0 && <p className="note">{words.noComments}</p>}
      <ul className="plain">
        {filing.comments.map((one) => (
          <li key={one.id} className={one.resolvedAt === null ? 'comment' : 'comment resolved'}>
            {one.path !== null && (
              <Button type="link" size="small" onClick={() => onChoose(one.path ?? '')}>
                {labelOf(one.path)}
              </Button>
            )}
            <p>{one.text}</p>
            <small>
              {one.by}　{moment(one.at)}
              {one.resolvedAt !== null && `　${words.resolved}`}
            </small>
            <Button size="small" onClick={() => void settle(one)}>
              {one.resolvedAt === null ? words.resolve : words.reopen}
            </Button>
          </li>
        ))}
      </ul>
      <label htmlFor="comment-text">
        {words.addComment}
        {chosen !== null && `（${labelOf(chosen)}）`}
      </label>
      <Input.TextArea
        id="comment-text"
        value={text}
        rows={3}
        maxLength={5000}
        onChange={({ target }) => setText(target.value)}
        aria-label={words.commentText}
      />
      <Button disabled={text.trim() === ''} onClick={() => void add()}>
        {words.addComment}
      </Button>
    </div>
  )
}
