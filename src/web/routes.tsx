// The map of the application. Every page is loaded when it is first opened.
import { createBrowserRouter, redirect } from 'react-router'
import { Loading } from './parts/loading.tsx'
import { PageFailure } from './parts/page-failure.tsx'
import { paths } from './paths.ts'
import { Shell } from './shell.tsx'

export const router = createBrowserRouter([
  {
    path: '/',
    element: <Shell />,
    HydrateFallback: Loading,
    errorElement: (
      <Shell>
        <PageFailure />
      </Shell>
    ),
    children: [
      { index: true, loader: () => redirect(paths.check()) },
      { path: 'check', lazy: async () => ({ Component: (await import('./pages/check.page.tsx')).default }) },
      { path: 'forms', lazy: async () => ({ Component: (await import('./pages/forms.page.tsx')).default }) },
      { path: 'forms/:id', lazy: async () => ({ Component: (await import('./pages/form.page.tsx')).default }) },
      { path: 'sign-in', lazy: async () => ({ Component: (await import('./pages/sign-in.page.tsx')).default }) },
      { path: 'work', lazy: async () => ({ Component: (await import('./pages/work.page.tsx')).default }) },
      { path: 'review', lazy: async () => ({ Component: (await import('./pages/review.page.tsx')).default }) },
      { path: 'tasks/:id', lazy: async () => ({ Component: (await import('./pages/task.page.tsx')).default }) },
      { path: 'filings/:id', lazy: async () => ({ Component: (await import('./pages/filing.page.tsx')).default }) },
      { path: 'setup', lazy: async () => ({ Component: (await import('./pages/setup.page.tsx')).default }) },
      { path: 'account', lazy: async () => ({ Component: (await import('./pages/account.page.tsx')).default }) },
      { path: 'jobs', lazy: async () => ({ Component: (await import('./pages/jobs.page.tsx')).default }) },
      { path: 'admin', lazy: async () => ({ Component: (await import('./pages/administration.page.tsx')).default }) },
      {
        path: 'admin/organisations',
        lazy: async () => ({ Component: (await import('./pages/organisations.page.tsx')).default }),
      },
      { path: 'admin/people', lazy: async () => ({ Component: (await import('./pages/people.page.tsx')).default }) },
      { path: 'rules', lazy: async () => ({ Component: (await import('./pages/rules.page.tsx')).default }) },
      { path: 'rules/:id', lazy: async () => ({ Component: (await import('./pages/rule.page.tsx')).default }) },
      { path: 'profiles', lazy: async () => ({ Component: (await import('./pages/profiles.page.tsx')).default }) },
      { path: 'admin/cycles', lazy: async () => ({ Component: (await import('./pages/cycles.page.tsx')).default }) },
      { path: 'admin/audit', lazy: async () => ({ Component: (await import('./pages/audit.page.tsx')).default }) },
      { path: 'admin/system', lazy: async () => ({ Component: (await import('./pages/system.page.tsx')).default }) },
      { path: 'projects', lazy: async () => ({ Component: (await import('./pages/projects.page.tsx')).default }) },
      { path: 'projects/:id', lazy: async () => ({ Component: (await import('./pages/project.page.tsx')).default }) },
      { path: 'compile', lazy: async () => ({ Component: (await import('./pages/compile.page.tsx')).default }) },
      { path: 'public', lazy: async () => ({ Component: (await import('./pages/public.page.tsx')).default }) },
      {
        path: 'public/department',
        lazy: async () => ({ Component: (await import('./pages/public-department.page.tsx')).default }),
      },
      {
        path: 'public/project',
        lazy: async () => ({ Component: (await import('./pages/public-project.page.tsx')).default }),
      },
      { path: '*', lazy: async () => ({ Component: (await import('./pages/missing.page.tsx')).default }) },
    ],
  },
])
