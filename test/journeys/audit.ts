// What must hold on every page at every width: nothing wider than the window, every control named, text readable.
import type { Locator, Page } from 'playwright-core'

/** The text as a person sees it; hidden text is left out. */
// biome-ignore lint/performance/useDomNodeTextContent: what is hidden must not count
export const seen = async (place: Locator): Promise<string> => (await place.innerText()).trim()

/** Pixels the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

/** Controls a screen reader would read without a name. */
export const unnamed = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const textOf = (ids: string | null) =>
      (ids ?? '').split(' ').map((id) => (id ? (document.getElementById(id)?.textContent ?? '') : ''))
    return [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, [role=button]')]
      .filter((el) => el.checkVisibility({ visibilityProperty: true }))
      .filter((el) => {
        const labels = el instanceof HTMLInputElement ? [...(el.labels ?? [])].map((l) => l.textContent) : []
        const names = [el.ariaLabel, el.title, el.textContent, ...labels, ...textOf(el.getAttribute('aria-labelledby'))]
        return names.every((name) => !name?.trim())
      })
      .map((el) => el.outerHTML.slice(0, 160))
  })

/** Visible text with less contrast than 4.5:1 (3:1 where large), by WCAG 2.1; disabled controls are exempt. */
export const pale = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    type Colour = readonly [number, number, number, number]
    const parse = (css: string): Colour => {
      const [r = 0, g = 0, b = 0, a = 1] = (css.match(/[\d.]+/g) ?? []).map(Number)
      return [r, g, b, a]
    }
    const over = (top: Colour, below: Colour): Colour => {
      const mix = (i: 0 | 1 | 2) => top[i] * top[3] + below[i] * (1 - top[3])
      return [mix(0), mix(1), mix(2), 1]
    }
    const ground = (el: Element | null): Colour => {
      if (!el) return [255, 255, 255, 1]
      const own = parse(getComputedStyle(el).backgroundColor)
      return own[3] === 1 ? own : over(own, ground(el.parentElement))
    }
    const light = ([r, g, b]: Colour) => {
      const part = (v: number) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4)
      return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
    }
    const ratio = (a: Colour, b: Colour) => {
      const [x, y] = [light(a), light(b)]
      return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
    }
    const found = new Set<string>()
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const el = node.parentElement
      if (!node.textContent?.trim() || !el?.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        continue
      if (el.closest('.unseen, [disabled], [aria-disabled=true], style, script')) continue
      const style = getComputedStyle(el)
      const size = Number.parseFloat(style.fontSize)
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
      const behind = ground(el)
      const contrast = ratio(over(parse(style.color), behind), behind)
      if (contrast < (large ? 3 : 4.5))
        found.add(`${node.textContent.trim().slice(0, 20)} ${style.color} ${contrast.toFixed(2)}`)
    }
    return [...found]
  })

/** All of it at once; an empty list is a sound page. */
export async function audit(page: Page): Promise<string[]> {
  const wide = await overflow(page)
  return [...(wide > 0 ? [`${wide}px wider than the window`] : []), ...(await unnamed(page)), ...(await pale(page))]
}
