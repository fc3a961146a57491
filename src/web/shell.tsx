// The frame of every page: name, menu, language, who is signed in, content.
import { Layout } from 'antd'
import { type ReactNode, Suspense, useEffect, useRef } from 'react'
import { Link, NavLink, Outlet, useLocation, useNavigate, useNavigation } from 'react-router'
import { chooseAppearance, useAppearance } from './appearance.ts'
import { chooseLanguage, useLanguage } from './language.ts'
import { useLive } from './live.ts'
import { menu } from './menu.ts'
import { Loading } from './parts/loading.tsx'
import { paths } from './paths.ts'
import { useMe } from './session.ts'
import { RunningJobs, Waiting } from './shell-counts.tsx'
import { useWords } from './words.ts'

export function Shell({ children = <Outlet /> }: { children?: ReactNode }) {
  const words = useWords()
  const { state } = useNavigation()
  const { signedIn } = useMe()
  useLive(signedIn)
  return (
    <Layout className="shell">
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <Layout.Header className="shell-header">
        <Link to={signedIn ? paths.work() : paths.check()} className="brand" title={words.home}>
          <img src="/icon.svg" alt="" width={28} height={28} />
          <span className="brand-name">{words.system}</span>
          <span className="brand-what">{words.what}</span>
        </Link>
        <Menu />
        <div className="shell-tools">
          {signedIn && <RunningJobs />}
          <LanguageSwitch />
          <AppearanceSwitch />
          <Person />
        </div>
      </Layout.Header>
      <Layout.Content id="content" className="shell-content" tabIndex={-1} aria-busy={state === 'loading'}>
        <Suspense fallback={<Loading />}>{children}</Suspense>
      </Layout.Content>
    </Layout>
  )
}

/** What this person may do somewhere; the rest is not offered. */
function Menu() {
  const words = useWords()
  const { may, signedIn } = useMe()
  const bar = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page, another place in the menu
  useEffect(() => {
    // on a telephone the menu is wider than the window
    bar.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [pathname, signedIn])
  return (
    <nav ref={bar} className="menu" aria-label={words.menu}>
      {menu
        .filter(({ permission }) => permission === null || (signedIn && [permission].flat().some(may)))
        .map(({ path, word, icon: Icon }) => (
          <NavLink key={path} to={path}>
            <Icon aria-hidden="true" /> {words[word]}
            {word === 'work' && <Waiting />}
          </NavLink>
        ))}
    </nav>
  )
}

function LanguageSwitch() {
  const words = useWords()
  const other = useLanguage() === 'en' ? 'zh-CN' : 'en'
  return (
    <button
      type="button"
      className="language"
      lang={other}
      title={words.switchLanguage}
      onClick={() => chooseLanguage(other)}
    >
      {words.otherLanguage}
    </button>
  )
}

function AppearanceSwitch() {
  const words = useWords()
  const isDark = useAppearance() === 'dark'
  return (
    <button type="button" className="language" onClick={() => chooseAppearance(isDark ? 'light' : 'dark')}>
      {isDark ? words.lighter : words.darker}
    </button>
  )
}

function Person() {
  const words = useWords()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const { session, signOut } = useMe()
  if (!session) return null
  if (!session.person)
    return (
      <Link className="language" to={paths.signIn(pathname.startsWith('/sign-in') ? undefined : pathname)}>
        {words.signIn}
      </Link>
    )
  return (
    <>
      <Link className="language person" to={paths.account()} title={words.account}>
        {session.person.name}
      </Link>
      <button type="button" className="language" onClick={() => void signOut().then(() => navigate(paths.signIn()))}>
        {words.signOut}
      </button>
    </>
  )
}
