// Every page as its people see it: at both widths, in both languages, in light and in part in dark. Nothing wider than
// the window, nothing serious by axe, no complaint in the console. `npm run screenshots` keeps a picture of each.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { demoJourney } from './demo-journey.ts'
import { picture } from './picture.ts'
import { type Ask, type Place, places } from './places.ts'
import { sound } from './year-journey.ts'

const { arrive, visit } = demoJourney()

const inDark = new Set(['check', 'form', 'work-preparer', 'filing-edit', 'review', 'public'])

type Look = { readonly width: number; readonly language: 'zh' | 'en'; readonly dark?: boolean }
const looks: readonly Look[] = [
  { width: 1440, language: 'zh' },
  { width: 1440, language: 'en' },
  { width: 390, language: 'zh' },
  { width: 390, language: 'en' },
  { width: 1440, language: 'zh', dark: true },
]
const logins = [...new Set(places.map(({ login }) => login))]
const cases = looks.flatMap((look) =>
  logins.flatMap((login) => {
    const mine = places.filter((place) => place.login === login && (!look.dark || inDark.has(place.name)))
    return mine.length === 0
      ? []
      : [[look.width, look.language, look.dark ? 'dark' : 'light', login, look, mine] as const]
  }),
)

it.each(cases)(
  'every page is sound at %i px, %s, %s, for %s',
  async (width, language, _, login, { dark = false }, mine) => {
    const { page, complaints } = login === null ? await arrive('/check', width) : await visit(login, '/account', width)
    if (language === 'en') await page.getByRole('button', { name: 'English' }).click()
    if (dark) await page.getByRole('button', { name: '深色' }).click()
    const faults: string[] = []
    for (const place of mine) {
      await open(page, place)
      faults.push(...(await sound(page)).map((fault) => `${place.name}: ${fault}`))
      await picture(page, `${place.name}-${width}-${language}${dark ? '-dark' : ''}`)
    }
    // what does not exist is asked for on purpose
    const refused = /status of 404/
    expect([...faults, ...complaints.filter((line) => !refused.test(line))]).toEqual([])
  },
  300_000,
)

async function open(page: Page, { path, prepare, shows }: Place): Promise<void> {
  const ask: Ask = async (address, data) => {
    const url = new URL(`/api${address}`, page.url()).href
    const headers = { 'x-hengji': '1' }
    return (await (data ? page.request.post(url, { data, headers }) : page.request.get(url))).json()
  }
  const to = typeof path === 'string' ? path : await path(ask)
  await page.goto(new URL(to, page.url()).href)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await prepare?.(page)
  await page.locator(shows).first().waitFor()
  await page.locator('.loading').first().waitFor({ state: 'detached' })
}
