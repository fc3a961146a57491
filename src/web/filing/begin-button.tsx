import { useQueryClient } from '@tanstack/react-query'
import { App, Dropdown } from 'antd'
import { cloneElement, isValidElement, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { filings, type MovedFiling } from '../../api/filings.ts'
import type { StartableRow } from '../../api/work.ts'
import { setsTargets } from '../../kernel/lifecycle/state.ts'
import { call } from '../call.ts'
import { sentenceOf } from '../parts/refusal.tsx'
import { paths } from '../paths.ts'
import { useWorkWords } from '../words/work.ts'
import { useWords } from '../words.ts'

/** Begins a filing: from last year, from the approved target, from a file, or empty. */
export function BeginButton({ row }: { readonly row: StartableRow }) {
  const shell = useWords()
  const own = useWorkWords()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const file = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const { taskId, organisationId, projectId, taskKind, hasTarget } = row
  const reports = !setsTargets(taskKind)
  const usual = reports ? 'approved-target' : 'empty'
  const begin = async (work: () => Promise<MovedFiling>) => {
    setBusy(true)
    try {
      const { id } = await work()
      await queries.invalidateQueries()
      await navigate(paths.filing(id))
    } catch (error) {
      void message.error(sentenceOf(error instanceof Error ? error : new Error(String(error)), shell))
    }
    setBusy(false)
  }
  const from = (source: 'empty' | 'last-year' | 'approved-target') =>
    begin(() => call(filings.create, { taskId, organisationId, projectId, from: source }))
  const sources = reports ? (['approved-target'] as const) : (['empty', 'last-year'] as const)
  const whyNot = hasTarget ? undefined : own.noTarget
  return (
    <>
      <Dropdown.Button
        type="primary"
        size="small"
        loading={busy}
        buttonsRender={([begin, more]) => [
          isValidElement<{ disabled?: boolean; title?: string }>(begin) && whyNot !== undefined
            ? cloneElement(begin, { disabled: true, title: whyNot })
            : begin,
          isValidElement<{ 'aria-label'?: string }>(more) ? cloneElement(more, { 'aria-label': own.otherWays }) : more,
        ]}
        onClick={() => void from(usual)}
        menu={{
          items: [
            ...sources.map((key) => ({ key, label: own.from[key], disabled: !hasTarget })),
            { key: 'file', label: own.from.file },
          ],
          onClick: ({ key }) => {
            if (key === 'file') file.current?.click()
            else void from(sources.find((source) => source === key) ?? 'empty')
          },
        }}
      >
        {own.begin}
      </Dropdown.Button>
      <input
        ref={file}
        type="file"
        hidden
        aria-label={own.from.file}
        accept=".docx,.doc,.rtf,.xlsx,.xls,.pdf,.html,.htm,.mht,.csv,.txt,.json"
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          target.value = ''
          if (chosen)
            void begin(() =>
              call(
                filings.createFromDocument,
                { taskId, organisationId, projectId, name: chosen.name },
                { bytes: chosen },
              ),
            )
        }}
      />
    </>
  )
}
