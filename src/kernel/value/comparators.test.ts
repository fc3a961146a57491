import { expect, test } from 'vitest'
import { directionComparator } from './comparators.ts'

test.each([
  ['大于等于', '>='],
  ['大于或等于', '>='],
  ['等于或大于', '>='],
  ['≥', '>='],
  ['正向', '>='],
  ['大于', '>'],
  ['等于', '='],
  ['等于或等于', '='],
  ['＝', '='],
  ['小于', '<'],
  ['小于等于', '<='],
  ['等于或小于', '<='],
  ['不超过', '<='],
  ['反向指标', '<='],
  ['定性', null],
  ['不适用', null],
  ['大于等于95%', null],
  ['', null],
  [null, null],
])('指标方向 %s is %s', (column, comparator) => expect(directionComparator(column)).toBe(comparator))
