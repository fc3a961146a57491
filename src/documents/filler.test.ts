import { expect, it } from 'vitest'
import { isFiller } from './filler.ts'

it('is what a template leaves for those who fill it in', () => {
  for (const text of ['……', ' … ', '...', '指标2:', '指标12：']) expect(isFiller(text), text).toBe(true)
})

it('is no end of a sentence and no indicator', () => {
  for (const text of ['。', '.', '指标2:验收合格率', '指标', '100']) expect(isFiller(text), text).toBe(false)
})
