import { expect, it } from 'vitest'
import { formWith, indicator } from '../form/forms.test-kit.ts'
import { proofOf } from './proof.ts'

const form = formWith(indicator('a', '培训人次', '≥20次'), indicator('b', '合格率', '≥95%'))
const file = (kind: string, rowKey: string | null, method: string | null = null) => ({ kind, rowKey, method })
const counted = (...files: ReturnType<typeof file>[]) =>
  proofOf('self-evaluation', form, files).map(({ files, method }) => [files, method])

it('counts for an indicator the files bound to its row, with how they prove it', () =>
  expect(counted(file('result', 'b', 'survey'), file('other', 'b'))).toEqual([
    [0, null],
    [2, '问卷调查'],
  ]))

it('counts for every indicator what proves the results of the whole form, but not payments or other papers', () =>
  expect(counted(file('result', null), file('payment', null), file('other', null))).toEqual([
    [1, null],
    [1, null],
  ]))
