import { expect, it } from 'vitest'
import { formWith, indicator } from '../form/forms.test-kit.ts'
import { checked } from './checklist.ts'

const form = formWith(indicator('a', '培训人次', '≥20次'), indicator('b', '合格率', '≥95%'))
const missing = (files: { kind: string; rowKey: string | null }[]) =>
  Object.fromEntries(checked('self-evaluation', form, files).map((item) => [item.kind, item.missing]))

it('asks a self-evaluation for proof of every indicator and of the payments', () =>
  expect(missing([])).toEqual({ payment: [''], result: ['indicators[0]', 'indicators[1]'], survey: [], other: [] }))

it('is satisfied indicator by indicator', () =>
  expect(missing([{ kind: 'result', rowKey: 'b' }]).result).toEqual(['indicators[0]']))

it('takes one file for the whole form as proof of all its indicators', () =>
  expect(missing([{ kind: 'result', rowKey: null }]).result).toEqual([]))

it('asks other proof at other tasks', () =>
  expect(checked('adjustment', form, []).map(({ title }) => title)).toEqual(['调整依据', '指标值设定依据', '其他材料']))
