import { Card } from 'antd'
import { Navigate, useSearchParams } from 'react-router'
import { problems } from '../../kernel/problem.ts'
import { Loading } from '../parts/loading.tsx'
import { PasswordForm } from '../parts/password-form.tsx'
import { CodeStep, PasswordStep } from '../parts/sign-in-steps.tsx'
import { paths } from '../paths.ts'
import { useMe } from '../session.ts'
import { useSessionWords } from '../words/session.ts'
import { useWords } from '../words.ts'

/** 登录: password, then the second factor or a new password where one is owed. */
export default function SignInPage() {
  const words = useWords()
  const own = useSessionWords()
  const [address] = useSearchParams()
  const { session, signedIn, renew } = useMe()
  if (!session) return <Loading />
  if (session.setup) return <Navigate to={paths.setup()} replace />
  if (signedIn) return <Navigate to={safePath(address.get('then')) ?? paths.work()} replace />
  return (
    <div className="page narrow">
      <title>{`${own.title} · ${words.system}`}</title>
      <h1>{own.title}</h1>
      <Card>
        {session.person === null && session.owed !== 'second-factor' && (
          <PasswordStep session={session} before={sentenceFor(address.get('refused'))} done={renew} />
        )}
        {session.owed === 'second-factor' && <CodeStep done={renew} />}
        {session.owed === 'password-change' && (
          <>
            <p className="note">{own.mustChange}</p>
            <PasswordForm done={renew} />
          </>
        )}
        {session.owed === 'factor-enrolment' && <Navigate to={paths.account()} replace />}
      </Card>
      {session.person === null && <p className="note">{own.noAccount}</p>}
    </div>
  )
}

/** Only a page of ours: an address from outside leads nowhere else. */
const safePath = (then: string | null): string | null => (then && /^\/(?![/\\])/.test(then) ? then : null)

/** Why the identity provider's answer was refused; the address holds a code of the catalogue, never a sentence. */
const sentenceFor = (code: string | null): string | null =>
  Object.entries(problems).find(([known]) => known === code)?.[1][1] ?? null
