// A page shows what was asked for a moment later. A journey that reads it once fails on a busy machine, and only there:
// `await expect.poll(() => seen(…))` or `waitFor()` instead. What the API answers may be read once.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const folder = join(import.meta.dirname, 'journeys')
const onceOnly = [
  // expect(await seen(…)), expect(await audit(page)): what is on the screen now
  /expect\(\(?await (seen|sound|audit|violations|overflow|unnamed|pale)\(/,
  // expect(await button.isDisabled()): its state now
  /expect\(\s*\(?await [^\n]*\.(count|isDisabled|isEnabled|isVisible|isHidden|isChecked|innerText|allInnerTexts|allTextContents|textContent|inputValue|getAttribute|title|evaluate)\(/,
  // a pause is too short on some machine
  /waitForTimeout\(/,
]

const lines = readdirSync(folder, { encoding: 'utf8' }).flatMap((file) =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .map((text, i) => ({ place: `${file}:${i + 1}`, text })),
)

it('knows a single look when it sees one', () => {
  const said = [
    'expect(await seen(rows(page).first())).toMatch(/x/)',
    "expect(await page.getByRole('button').isDisabled()).toBe(true)",
    'expect((await rows(page).allInnerTexts()).length).toBe(2)',
    'await page.waitForTimeout(200)',
  ]
  for (const text of said)
    expect(
      onceOnly.some((pattern) => pattern.test(text)),
      text,
    ).toBe(true)
  const sound = ['await expect.poll(() => seen(cell)).toBe(1)', "expect((await view(id)).state).toBe('draft')"]
  for (const text of sound)
    expect(
      onceOnly.some((pattern) => pattern.test(text)),
      text,
    ).toBe(false)
})

it('no journey reads once what arrives later', () => {
  expect(lines.length).toBeGreaterThan(1_000)
  const wrong = lines.filter(({ text }) => onceOnly.some((pattern) => pattern.test(text)))
  expect(wrong).toEqual([])
})
