// Where what was typed is: on the server, on its way, or in this browser only, and why.
import type { ProblemError } from '../../kernel/problem.ts'
import type { Refusal } from '../call.ts'

export type SaveState =
  | { readonly is: 'saved'; readonly at: Date | null }
  | { readonly is: 'unsaved' | 'saving' | 'offline' | 'signed-out' }
  | { readonly is: 'refused'; readonly message: string }
  | { readonly is: 'conflict'; readonly conflicts: readonly ProblemError[] }

/** No fault of the form: the same save may succeed a moment later. */
const passing = ['offline', 'internal', 'request.tooMany']

export function stateAfter(error: Pick<Refusal, 'code' | 'message' | 'errors'>): SaveState {
  if (passing.includes(error.code) || error.code.startsWith('database.')) return { is: 'offline' }
  if (error.code === 'session.missing') return { is: 'signed-out' }
  if (error.code === 'filing.conflict') return { is: 'conflict', conflicts: error.errors }
  return { is: 'refused', message: error.message }
}
