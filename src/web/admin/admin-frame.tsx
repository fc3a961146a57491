// The frame of every page of 管理: its name, the pages beside it, and who may not see it.
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { Navigate, NavLink, useLocation } from 'react-router'
import { Loading } from '../parts/loading.tsx'
import { paths } from '../paths.ts'
import { useMe } from '../session.ts'
import { useAdminWords } from '../words/admin.ts'
import { useWords } from '../words.ts'
import { type AdminPage, adminPlaces } from './places.ts'

type Props = { readonly page: AdminPage; readonly tools?: ReactNode; readonly children: ReactNode }

export function AdminFrame({ page, tools, children }: Props) {
  const shell = useWords()
  const words = useAdminWords()
  const { pathname, search } = useLocation()
  const { session, signedIn, may } = useMe()
  if (!session) return <Loading />
  if (!signedIn) return <Navigate to={paths.signIn(`${pathname}${search}`)} replace />
  const allowed = adminPlaces.some((place) => place.page === page && place.readers.some(may))
  return (
    <div className="page">
      <title>{`${words.pages[page]} · ${shell.system}`}</title>
      <nav className="sections" aria-label={words.sections}>
        {adminPlaces
          .filter(({ readers }) => readers.some(may))
          .map((place) => (
            <NavLink key={place.page} to={place.path}>
              {words.pages[place.page]}
            </NavLink>
          ))}
      </nav>
      <header className="page-head">
        <h1>{words.pages[page]}</h1>
        {allowed && tools}
      </header>
      {allowed ? children : <Alert type="warning" showIcon title={words.notAllowed(words.pages[page])} />}
    </div>
  )
}
