import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { z } from 'zod'
import { useLanguage } from './language.ts'
import { router } from './routes.tsx'
import { defineColours, theme } from './theme.ts'
import './styles/all.css'

// The server's content security policy allows no code made at run time.
z.config({ jitless: true })

const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 30_000, networkMode: 'always' } },
})
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
defineColours(document.documentElement)

/** A locale is given for either language: without one the kit builds another tree, and what is on the page is lost. */
function Application() {
  const locale = useLanguage() === 'zh-CN' ? zhCN : enUS
  return (
    <ConfigProvider locale={locale} theme={theme} button={{ autoInsertSpace: false }}>
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
