// The draft of a filing: what this browser kept of an earlier visit, what is typed, what is saved.
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { type FilingView, filings, type SavedFiling } from '../../api/filings.ts'
import type { Form } from '../../kernel/form/form.ts'
import { call, query } from '../call.ts'
import { useEditorWords } from '../words/editor.ts'
import { type Draft, draftOf, edited, type Typing } from './draft.ts'
import { type LeftTyping, leftTyping, typedAgain } from './left-typing.ts'
import { type DraftPlace, keepTyping, kept, keptTyping } from './local-draft.ts'
import { settled } from './settle.ts'
import { useSaving } from './use-saving.ts'

export function useDraft(filing: FilingView, person: string) {
  const words = useEditorWords()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const place = useMemo(() => ({ filingId: filing.id, person }), [filing.id, person])
  const start = useRef<Start>(null)
  start.current ??= startOf(filing, place)
  const [draft, edit] = useReducer(edited, start.current.draft)

  const onSaved = useCallback(
    (sent: Form, saved: SavedFiling) => {
      edit({ do: 'adopt', sent, kept: saved.form })
      const { form, version, revision } = saved
      queries.setQueryData(query(filings.get, { id: filing.id }).queryKey, (old) =>
        old ? { ...old, form, version, revision } : old,
      )
      if (saved.merged && saved.outcome === 'changed') void message.info(words.merged)
    },
    [filing.id, queries, message, words.merged],
  )
  const saving = useSaving({
    place,
    version: start.current.version,
    base: start.current.base,
    form: draft.form,
    step: draft.step,
    onSaved,
  })

  // What is being written, and what was not taken, is no part of the form yet: kept beside it.
  const writing = useRef<Typing | null>(null)
  const [stray, setStray] = useState(start.current.stray)
  const current = useRef({ draft, stray })
  current.current = { draft, stray }
  const { server } = saving
  const keepNow = useCallback(() => {
    const { form, refused } = current.current.draft
    const left = [...refused].map(([path, { text }]) => ({ path, text }))
    const here = (writing.current ? [...left, writing.current] : left).map((one) =>
      leftTyping(form, server.current.version, one),
    )
    keepTyping(place, [...here, ...current.current.stray])
  }, [place, server])
  // biome-ignore lint/correctness/useExhaustiveDependencies: kept anew when what was refused changes, or the cell is another's
  useEffect(keepNow, [draft.refused, draft.moved, stray, keepNow])
  const onWriting = useCallback(
    (cell: Typing | null) => {
      writing.current = cell
      keepNow()
    },
    [keepNow],
  )

  const recovered = start.current.recovered
  useEffect(() => {
    if (recovered) void message.info(words.recovered)
  }, [recovered, message, words.recovered])

  const settle = async (mine: readonly string[]) => {
    const theirs = await call(filings.get, { id: filing.id })
    const form = settled(saving.server.current.base, draft.form, theirs.form, new Set(mine))
    saving.rebase(theirs.form, theirs.version)
    edit({ do: 'replace', from: draft.form, form })
  }
  /** What was brought back from a workbook; everything typed before is in it. */
  const bring = (fresh: FilingView) => {
    const sent = saving.server.current.base
    saving.rebase(fresh.form, fresh.version)
    edit({ do: 'adopt', sent, kept: fresh.form })
    void message.success(words.brought)
  }
  return { draft, edit, saving, onWriting, settle, bring, stray, forgetStray: () => setStray([]) }
}

type Start = {
  readonly draft: Draft
  readonly version: number
  readonly base: Form
  readonly recovered: boolean
  /** What was being typed and has no cell any more. */
  readonly stray: readonly LeftTyping[]
}

/** What was not saved goes on from the version it was made on: the server merges it with what others saved since. */
function startOf(filing: FilingView, place: DraftPlace): Start {
  const own = kept(place)
  const [version, base] = own ? [own.version, own.base] : [filing.version, filing.form]
  const before = own ? edited(draftOf(base), { do: 'replace', from: base, form: own.form }) : draftOf(filing.form)
  const { cells, stray } = typedAgain(before.form, version, keptTyping(place))
  const draft = edited(before, { do: 'type', cells })
  return { draft, version, base, recovered: draft !== before || own !== null, stray }
}
