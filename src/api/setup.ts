import { z } from 'zod'
import { endpoint, jsonEndpoint } from './endpoint.ts'
import { NewLogin } from './people.ts'

/** 初始设置: open as long as nobody exists. */
export type SetupState = {
  readonly open: boolean
  /** The demonstration can be tried instead of setting the own place up. */
  readonly demonstration: boolean
  readonly profiles: readonly { id: string; title: string }[]
}

/** An account of the demonstration; its password is shown this once. */
export type DemonstrationAccount = {
  readonly login: string
  readonly password: string
  readonly name: string
  /** Its roles and where, in one Chinese line. */
  readonly roles: string
}

/** Printed on the console of the server. */
const code = z.string().trim().min(1, '请填写控制台上打印的设置码').max(40)

const administrator = z.object({
  login: NewLogin,
  name: z.string().trim().min(1, '请填写姓名').max(60),
  password: z.string().min(1, '请填写密码').max(200),
})

export const setup = {
  get: endpoint<SetupState>()('service.read', 'GET', '/setup', z.object({})),
  run: jsonEndpoint<{ readonly organisation: string; readonly finance: string }>()(
    'session.open',
    'POST',
    '/setup',
    z.object({
      code,
      region: z.object({ code: z.string().trim().max(20), name: z.string().trim().max(200) }),
      finance: z.object({ code: z.string().trim().max(20), name: z.string().trim().max(200) }),
      profile: z.string().max(60),
      administrators: z.object({ system: administrator, security: administrator, audit: administrator }),
    }),
  ),
  /** Takes several seconds: the documents of the demonstration are read. */
  demonstrate: jsonEndpoint<{ readonly accounts: readonly DemonstrationAccount[] }>()(
    'session.open',
    'POST',
    '/setup/demonstration',
    z.object({ code }),
  ),
}
