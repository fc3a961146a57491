import { expect, it } from 'vitest'
import { stateAfter, triedAgainIn } from './save-state.ts'

const after = (code: string) => stateAfter({ code, message: '一句话', errors: [] }, 1).is

it('what may pass is tried again: no connection, a server in trouble, too many requests', () => {
  for (const code of ['offline', 'internal', 'database.unreachable', 'database.busy', 'request.tooMany'])
    expect(after(code), code).toBe('offline')
})

it('a session that ended asks for signing in, a conflict for a choice, everything else is told as it is', () => {
  expect(after('session.missing')).toBe('signed-out')
  expect(after('filing.conflict')).toBe('conflict')
  expect(stateAfter({ code: 'filing.refused', message: '已过期限，不能保存。', errors: [] }, 1)).toEqual({
    is: 'refused',
    message: '已过期限，不能保存。',
  })
})

it('a server that fails again at the same save is no lost connection: its number is told, and it is left in peace', () => {
  const message = '系统内部错误（编号 7），请把编号告诉管理员。'
  const failed = (failures: number) => stateAfter({ code: 'internal', message, errors: [] }, failures)
  expect(failed(1)).toEqual({ is: 'offline' })
  expect(failed(2)).toEqual({ is: 'failing', message })
  expect(stateAfter({ code: 'offline', message: '', errors: [] }, 2)).toEqual({ is: 'offline' })
  const [soon, later] = [triedAgainIn(failed(1)), triedAgainIn(failed(2))]
  expect(later).toBeGreaterThan(soon ?? Number.POSITIVE_INFINITY)
  expect(triedAgainIn({ is: 'refused', message })).toBeNull()
})
