// The frame of the pages on what forms are judged by: rules, profiles.
import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
import { paths } from '../paths.ts'
import { useRuleWords } from '../words/rules.ts'
import { useWords } from '../words.ts'

type Props = { readonly title: string; readonly note?: ReactNode; readonly children: ReactNode }

export function RulesFrame({ title, note, children }: Props) {
  const shell = useWords()
  const words = useRuleWords()
  return (
    <div className="page">
      <title>{`${title} · ${shell.system}`}</title>
      <nav className="sections" aria-label={words.sections}>
        <NavLink to={paths.rules()}>{words.rules}</NavLink>
        <NavLink to={paths.profiles()}>{words.profiles}</NavLink>
      </nav>
      <header className="page-head">
        <h1>{title}</h1>
        <span className="note" role="status">
          {note}
        </span>
      </header>
      {children}
    </div>
  )
}
