// Every page of the application, as whom it is looked at, and what must stand on it before it is.
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** Asks the API as the one who looks; with a body it is a POST. */
export type Ask = <T>(path: string, body?: object) => Promise<T>

export type Place = {
  /** Of the picture: docs/screenshots/<name>-<width>-<language>.jpg */
  readonly name: string
  /** null = nobody is signed in. */
  readonly login: string | null
  readonly path: string | ((ask: Ask) => Promise<string>)
  /** What is done on the page before it is looked at. */
  readonly prepare?: (page: Page) => Promise<void>
  /** A selector. */
  readonly shows: string
}

type Rows = { readonly rows: readonly { readonly id: string; readonly state?: string }[] }
const firstOf = async (ask: Ask, list: string): Promise<string> => (await ask<Rows>(list)).rows[0]?.id ?? 'none'
const filing = (query: string) => async (ask: Ask) => `/filings/${await firstOf(ask, `/filings?limit=1&${query}`)}`
const cycle = async (ask: Ask) => (await ask<readonly { id: string }[]>('/cycles'))[0]?.id ?? 'none'
const task = async (ask: Ask) => {
  const { tasks } = await ask<{ tasks: readonly { id: string }[] }>(`/cycles/${await cycle(ask)}`)
  return `/tasks/${tasks[0]?.id}`
}
const form = (query: string) => async (ask: Ask) => `/forms/${await firstOf(ask, `/forms?${query}`)}`

const nobody = '00000000-0000-7000-8000-000000000000'
const triedJob = async (ask: Ask) => {
  const { id } = await ask<{ id: string }>('/filings/bulk', {
    verb: 'approve',
    dryRun: true,
    filter: { inReview: 'true' },
  })
  return `/jobs?id=${id}`
}
const demo = (name: string) => join(import.meta.dirname, '..', '..', 'demo', name)
async function giveFiles(page: Page): Promise<void> {
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([demo('001.txt'), demo('002.txt'), demo('003.txt')])
  await page.locator('.sheet').first().waitFor()
  await page.locator('.file-progress').waitFor({ state: 'detached', timeout: 60_000 })
}

type PublicRows = { readonly rows: readonly { unit: string | null; region: string | null; project: string | null }[] }
const publicPage = (which: 'project' | 'department') => async (ask: Ask) => {
  const { rows } = await ask<PublicRows>('/public/forms?text=宣传业务经费')
  const { unit, region, project } = rows[0] ?? { unit: '', region: '', project: '' }
  const name = (which === 'project' ? project : unit) ?? ''
  return `/public/${which}?${new URLSearchParams({ region: region ?? '', unit: unit ?? '', name })}`
}

export const places: readonly Place[] = [
  { name: 'sign-in', login: null, path: '/sign-in', shows: 'input[type=password]' },
  { name: 'setup', login: null, path: '/setup', shows: '.ant-alert, form' },
  { name: 'check', login: null, path: '/check', shows: '.drop' },
  { name: 'check-result', login: null, path: '/check', prepare: giveFiles, shows: '.sheet' },
  { name: 'forms', login: null, path: '/forms', shows: 'table' },
  { name: 'forms-empty', login: null, path: '/forms?text=没有这样的项目', shows: '.ant-empty' },
  { name: 'form', login: null, path: form('text=宣传业务经费'), shows: '.sheet' },
  { name: 'public', login: null, path: '/public', shows: 'table' },
  { name: 'public-project', login: null, path: publicPage('project'), shows: 'table' },
  { name: 'public-department', login: null, path: publicPage('department'), shows: 'table' },
  { name: 'rules', login: null, path: '/rules', shows: 'main table, .ant-table, ul' },
  { name: 'rule', login: null, path: '/rules/B01', shows: 'h1' },
  { name: 'profiles', login: null, path: '/profiles', shows: 'h1' },
  { name: 'missing', login: null, path: '/nowhere', shows: 'h1' },
  { name: 'work-preparer', login: 'tianbao', path: '/work', shows: '.work-row, .card .note' },
  { name: 'work-office', login: 'jixiao', path: '/work', shows: '.task-line' },
  { name: 'filing-edit', login: 'tianbao', path: filing('state=draft'), shows: '.sheet-editor' },
  { name: 'projects', login: 'tianbao', path: '/projects', shows: 'table' },
  {
    name: 'project',
    login: 'tianbao',
    path: async (ask) => `/projects/${await firstOf(ask, '/projects')}`,
    shows: 'h1',
  },
  { name: 'account', login: 'tianbao', path: '/account', shows: 'form' },
  { name: 'filing-missing', login: 'tianbao', path: `/filings/${nobody}`, shows: '.ant-alert' },
  { name: 'not-allowed', login: 'tianbao', path: '/admin/audit', shows: '.ant-alert' },
  { name: 'review-empty', login: 'zhuguan', path: '/review?text=没有这样的项目', shows: '.ant-empty' },
  { name: 'review', login: 'jinshen', path: '/review?box=all', shows: '.queue-row' },
  { name: 'jobs', login: 'jinshen', path: triedJob, shows: '.job-items li' },
  { name: 'filing-review', login: 'jinshen', path: filing('inReview=true'), shows: '.review-panel' },
  { name: 'jobs-empty', login: 'zhuguan', path: '/jobs', shows: '.aside-panel p' },
  { name: 'compile', login: 'zhuguan', path: '/compile?year=2023', shows: 'table' },
  { name: 'evaluator', login: 'zhuanjia', path: '/work', shows: '.card' },
  { name: 'task', login: 'jixiao', path: task, shows: 'table' },
  {
    name: 'cycles',
    login: 'jixiao',
    path: async (ask) => `/admin/cycles?id=${await cycle(ask)}`,
    shows: '.card',
  },
  { name: 'organisations', login: 'xitong', path: '/admin/organisations', shows: '.tree' },
  { name: 'people', login: 'xitong', path: '/admin/people', shows: 'table, li' },
  { name: 'system', login: 'xitong', path: '/admin/system', shows: '.ant-descriptions' },
  { name: 'security', login: 'anquan', path: '/admin/system', shows: 'form' },
  { name: 'audit', login: 'shenji', path: '/admin/audit', shows: 'table' },
]
