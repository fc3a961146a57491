// Whether somebody is at the page: what it asks while nobody is must not keep the session alive.
const away = 60_000
let touchedAt = Date.now()

const touch = () => {
  touchedAt = Date.now()
}
for (const event of ['pointerdown', 'keydown', 'wheel', 'focus'])
  addEventListener(event, touch, { capture: true, passive: true })

/** Nobody has touched the page for a minute. */
export const isAway = (): boolean => Date.now() - touchedAt > away
