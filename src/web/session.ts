// Who is signed in at this page, and what this person may do.
import { type Query, useQuery, useQueryClient } from '@tanstack/react-query'
import { type Session, sessions } from '../api/sessions.ts'
import type { Permission } from '../kernel/policy/policy.ts'
import { call, query } from './call.ts'

export type Me = {
  /** Undefined until the server has answered. */
  readonly session: Session | undefined
  readonly signedIn: boolean
  /** Somewhere at all; where exactly the server decides, and says why not. */
  readonly may: (permission: Permission) => boolean
  /** After signing in or out: everything is asked anew. */
  readonly renew: (session?: Session) => Promise<void>
  readonly signOut: () => Promise<void>
}

const own = query(sessions.get, {})

const isOther = ({ queryKey }: Query): boolean => queryKey[0] !== own.queryKey[0]

export function useMe(): Me {
  const queries = useQueryClient()
  const { data: session } = useQuery({ ...own, staleTime: 60_000 })
  const renew = async (next?: Session) => {
    // The own query is never removed: who looks at it would not hear of its successor.
    if (next) queries.setQueryData(own.queryKey, next)
    else await queries.refetchQueries({ queryKey: own.queryKey })
    queries.removeQueries({ type: 'inactive', predicate: isOther })
    await queries.resetQueries({ predicate: isOther })
  }
  return {
    session,
    signedIn: session?.person !== null && session?.person !== undefined && session.owed === null,
    may: (permission) => session?.permissions.includes(permission) ?? false,
    renew,
    signOut: async () => {
      await call(sessions.close, {})
      await renew()
    },
  }
}
