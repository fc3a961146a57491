import type { FastifyInstance } from 'fastify'
import { changePerson, disablePerson, enablePerson } from '../actions/change-person.ts'
import type { Context } from '../actions/context.ts'
import { createPerson } from '../actions/create-person.ts'
import { explainAccess, explainPerson } from '../actions/explain-access.ts'
import { grantRole, revokeRole } from '../actions/grant-role.ts'
import { getPerson, listPeople } from '../actions/list-people.ts'
import { removeFactor, resetPassword, unlockPerson } from '../actions/recover-person.ts'
import { getSecurity, setSecurity } from '../actions/security-settings.ts'
import { access } from '../api/access.ts'
import { people } from '../api/people.ts'
import { security } from '../api/security.ts'
import { serve } from './serve.ts'

export function peopleRoutes(app: FastifyInstance, context: Context): void {
  serve(app, people, context, {
    list: listPeople,
    get: getPerson,
    create: createPerson,
    change: changePerson,
    disable: disablePerson,
    enable: enablePerson,
    resetPassword,
    removeFactor,
    unlock: unlockPerson,
    grant: grantRole,
    revoke: revokeRole,
  })
  serve(app, access, context, { why: explainAccess, of: explainPerson })
  serve(app, security, context, { get: getSecurity, set: setSecurity })
}
