// 试算: what the row and the whole would score if the result were another. Nothing of it is written into the form.
import { Input } from 'antd'
import { useId, useMemo, useState } from 'react'
import type { Form } from '../../kernel/form/form.ts'
import { profileOf } from '../../kernel/profile/choose.ts'
import { computedText } from '../../kernel/review/words.ts'
import { scoreForm } from '../../kernel/scoring/engine.ts'
import { parseActual } from '../../kernel/value/value.ts'
import { useEditorWords } from '../words/editor.ts'

type Props = { readonly form: Form; readonly profile: string; readonly index: number }

export function WhatIf({ form, profile, index }: Props) {
  const words = useEditorWords()
  const id = useId()
  const [text, setText] = useState('')
  const tried = useMemo(() => {
    const rules = text.trim() === '' ? undefined : profileOf(profile)
    if (rules === undefined) return null
    const indicators = form.indicators.map((row, i) =>
      i === index ? { ...row, actual: parseActual(text.trim()), score: null } : row,
    )
    const scores = scoreForm({ ...form, indicators }, rules)
    const score = scores.scores.find(({ path }) => path === `indicators[${index}].score`)
    return { score, total: scores.total.computed, grade: scores.grade.computed }
  }, [form, profile, index, text])
  return (
    <section className="what-if" aria-label={words.whatIf}>
      <h3>{words.whatIf}</h3>
      <label htmlFor={id}>
        {words.ifActual}
        <Input
          id={id}
          size="small"
          value={text}
          placeholder={form.indicators[index]?.actual?.text ?? ''}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <output>
        {tried && (
          <>
            {words.points} <b>{tried.score ? computedText(tried.score) : '—'}</b>　{words.score}{' '}
            <b>{tried.total ?? '—'}</b>　{words.gradeComputed} <b>{tried.grade ?? '—'}</b>
            {tried.score && <small className="note">{tried.score.because}</small>}
          </>
        )}
      </output>
    </section>
  )
}
