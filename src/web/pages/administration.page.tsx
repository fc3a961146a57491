import { Alert } from 'antd'
import { Navigate } from 'react-router'
import { adminPlaces } from '../admin/places.ts'
import { Loading } from '../parts/loading.tsx'
import { paths } from '../paths.ts'
import { useMe } from '../session.ts'
import { useAdminWords } from '../words/admin.ts'
import { useWords } from '../words.ts'

/** 管理: leads to the first page this person administers something on. */
export default function AdministrationPage() {
  const shell = useWords()
  const words = useAdminWords()
  const { session, signedIn, may } = useMe()
  if (!session) return <Loading />
  if (!signedIn) return <Navigate to={paths.signIn(paths.administration())} replace />
  const first = adminPlaces.find(({ administers }) => administers.some(may))
  if (first) return <Navigate to={first.path} replace />
  return (
    <div className="page">
      <title>{`${words.title} · ${shell.system}`}</title>
      <h1>{words.title}</h1>
      <Alert type="info" showIcon title={words.nothing} />
    </div>
  )
}
