// The frame of every page: name, menu, language, content.
import { FileSearchOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { Layout } from 'antd'
import { type ReactNode, Suspense } from 'react'
import { Link, NavLink, Outlet, useNavigation } from 'react-router'
import { chooseLanguage, useLanguage } from './language.ts'
import { Loading } from './parts/loading.tsx'
import { paths } from './paths.ts'
import { useWords } from './words.ts'

export function Shell({ children = <Outlet /> }: { children?: ReactNode }) {
  const words = useWords()
  const { state } = useNavigation()
  return (
    <Layout className="shell">
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <Layout.Header className="shell-header">
        <Link to={paths.check()} className="brand" aria-label={words.home}>
          <img src="/icon.svg" alt="" width={28} height={28} />
          <span className="brand-name">{words.system}</span>
          <span className="brand-what">{words.what}</span>
        </Link>
        <nav className="menu" aria-label={words.menu}>
          <NavLink to={paths.check()}>
            <FileSearchOutlined aria-hidden="true" /> {words.check}
          </NavLink>
          <NavLink to={paths.forms()}>
            <UnorderedListOutlined aria-hidden="true" /> {words.forms}
          </NavLink>
        </nav>
        <LanguageSwitch />
      </Layout.Header>
      <Layout.Content id="content" className="shell-content" tabIndex={-1} aria-busy={state === 'loading'}>
        <Suspense fallback={<Loading />}>{children}</Suspense>
      </Layout.Content>
    </Layout>
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
