import { z } from 'zod'
import { endpoint, jsonEndpoint } from './endpoint.ts'
import { NewLogin } from './people.ts'

/** 初始设置: open as long as nobody exists. */
export type SetupState = { readonly open: boolean; readonly profiles: readonly { id: string; title: string }[] }

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
      /** Printed on the console of the server. */
      code: z.string().trim().min(1, '请填写控制台上打印的设置码').max(40),
      region: z.object({ code: z.string().trim().max(20), name: z.string().trim().max(200) }),
      finance: z.object({ code: z.string().trim().max(20), name: z.string().trim().max(200) }),
      profile: z.string().max(60),
      administrators: z.object({ system: administrator, security: administrator, audit: administrator }),
    }),
  ),
}
