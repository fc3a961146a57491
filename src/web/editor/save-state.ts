// Where what was typed is: on the server, on its way, or in this browser only, and why.
import type { ProblemError } from '../../kernel/problem.ts'
import type { Refusal } from '../call.ts'

export type SaveState =
  | { readonly is: 'saved'; readonly at: Date | null }
  | { readonly is: 'unsaved' | 'saving' | 'offline' | 'signed-out' }
  /** `failing`: the server fails at it again and again; its number is in the message. It is still tried, less often. */
  | { readonly is: 'refused' | 'failing'; readonly message: string }
  | { readonly is: 'conflict'; readonly conflicts: readonly ProblemError[] }

/** No fault of the form: the same save may succeed a moment later. */
const passing = ['offline', 'internal', 'request.tooMany']

/** Failures of the server in a row after which it is no passing trouble. */
const patience = 2

/** `failures`: how often the server itself failed in a row, this time included. */
export function stateAfter(error: Pick<Refusal, 'code' | 'message' | 'errors'>, failures: number): SaveState {
  if (error.code === 'internal' && failures >= patience) return { is: 'failing', message: error.message }
  if (passing.includes(error.code) || error.code.startsWith('database.')) return { is: 'offline' }
  if (error.code === 'session.missing') return { is: 'signed-out' }
  if (error.code === 'filing.conflict') return { is: 'conflict', conflicts: error.errors }
  return { is: 'refused', message: error.message }
}

/** Milliseconds until the same save is tried again by itself; null: somebody must do something first. */
export const triedAgainIn = ({ is }: SaveState): number | null =>
  is === 'offline' ? 4_000 : is === 'failing' ? 30_000 : null
