import './no-eval.ts'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { StrictMode, useLayoutEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { useAppearance } from './appearance.ts'
import { useLanguage } from './language.ts'
import { router } from './routes.tsx'
import { defineColours, themeOf } from './theme.ts'
import './styles/all.css'

const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 30_000, networkMode: 'always' } },
})
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

/** A locale is given for either language: without one the kit builds another tree, and what is on the page is lost. */
function Application() {
  const locale = useLanguage() === 'zh-CN' ? zhCN : enUS
  const appearance = useAppearance()
  useLayoutEffect(() => defineColours(document.documentElement, appearance), [appearance])
  return (
    <ConfigProvider locale={locale} theme={themeOf(appearance)} button={{ autoInsertSpace: false }}>
      <App>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  )
}

createRoot(root).render(
  <StrictMode>
    <Application />
  </StrictMode>,
)
