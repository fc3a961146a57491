// The frame of every page: name, menu, content.
import { FileSearchOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { Layout, Menu } from 'antd'
import { Suspense } from 'react'
import { Link, Outlet, useLocation, useNavigation } from 'react-router'
import { Loading } from './parts/loading.tsx'
import { paths } from './paths.ts'

const menu = [
  { key: paths.check(), icon: <FileSearchOutlined />, label: <Link to={paths.check()}>快速检查</Link> },
  { key: paths.forms(), icon: <UnorderedListOutlined />, label: <Link to={paths.forms()}>绩效表</Link> },
]

export function Shell() {
  const { pathname } = useLocation()
  const { state } = useNavigation()
  const here = menu.filter((item) => pathname.startsWith(item.key)).map((item) => item.key)
  return (
    <Layout className="shell">
      <a className="skip" href="#content">
        跳到正文
      </a>
      <Layout.Header className="shell-header">
        <Link to={paths.check()} className="brand" aria-label="衡绩首页">
          <img src="/icon.svg" alt="" width={28} height={28} />
          <span className="brand-name">衡绩</span>
          <span className="brand-what">预算绩效管理</span>
        </Link>
        <Menu mode="horizontal" theme="dark" selectedKeys={here} items={menu} className="shell-menu" disabledOverflow />
      </Layout.Header>
      <Layout.Content id="content" className="shell-content" aria-busy={state === 'loading'}>
        <Suspense fallback={<Loading what="页面" />}>
          <Outlet />
        </Suspense>
      </Layout.Content>
    </Layout>
  )
}
