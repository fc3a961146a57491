import { expect, it } from 'vitest'
import { stateAfter } from './save-state.ts'

const after = (code: string) => stateAfter({ code, message: '一句话', errors: [] }).is

it('what may pass is tried again: no connection, a server in trouble, too many requests', () => {
  for (const code of ['offline', 'internal', 'database.unreachable', 'database.busy', 'request.tooMany'])
    expect(after(code), code).toBe('offline')
})

it('a session that ended asks for signing in, a conflict for a choice, everything else is told as it is', () => {
  expect(after('session.missing')).toBe('signed-out')
  expect(after('filing.conflict')).toBe('conflict')
  expect(stateAfter({ code: 'filing.refused', message: '已过期限，不能保存。', errors: [] })).toEqual({
    is: 'refused',
    message: '已过期限，不能保存。',
  })
})
