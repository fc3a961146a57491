// What PDF printers store instead of characters.
import { describe, expect, it } from 'vitest'
import { withoutRadicals } from './radicals.ts'

describe('radicals', () => {
  it.each([
    ['项⽬⽀出', '项目支出'],
    ['⼾⼝', '户口'],
    ['⻔⻋⻓', '门车长'],
    ['豈金', '豈金'],
  ])('%s is read as %s', (printed, plain) => {
    expect(withoutRadicals(printed)).toBe(plain)
  })

  it('keeps full-width signs and figures as printed', () => {
    expect(withoutRadicals('（１００％）①')).toBe('（１００％）①')
  })
})
