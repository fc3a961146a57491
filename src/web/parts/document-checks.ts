// The files being checked: one after another, each can fail or be cancelled without stopping the rest.
import { useRef, useState } from 'react'
import { type CheckedDocument, check } from '../../api/check.ts'
import { call } from '../call.ts'

export type FileCheck = {
  readonly id: number
  readonly name: string
  readonly state:
    | { readonly step: 'waiting' | 'checking' | 'cancelled' }
    | { readonly step: 'done'; readonly document: CheckedDocument }
    | { readonly step: 'failed'; readonly error: Error }
}

export function useDocumentChecks() {
  const [files, setFiles] = useState<readonly FileCheck[]>([])
  const queue = useRef(Promise.resolve())
  const running = useRef(new Map<number, AbortController>())
  const next = useRef(1)

  const put = (id: number, state: FileCheck['state']) =>
    setFiles((all) => all.map((file) => (file.id === id ? { ...file, state } : file)))

  const run = async (id: number, file: File, abort: AbortController) => {
    if (abort.signal.aborted) return
    put(id, { step: 'checking' })
    try {
      const document = await call(check.document, { name: file.name }, { bytes: file, signal: abort.signal })
      put(id, { step: 'done', document })
    } catch (error) {
      if (!abort.signal.aborted)
        put(id, { step: 'failed', error: error instanceof Error ? error : new Error(String(error)) })
    } finally {
      running.current.delete(id)
    }
  }

  /** Adds a file to the end of the queue and answers its id. */
  const add = (file: File): number => {
    const id = next.current++
    const abort = new AbortController()
    running.current.set(id, abort)
    setFiles((all) => [...all, { id, name: file.name, state: { step: 'waiting' } }])
    queue.current = queue.current.then(() => run(id, file, abort))
    return id
  }
  const cancel = (id: number) => {
    running.current.get(id)?.abort()
    put(id, { step: 'cancelled' })
  }
  return { files, add, cancel }
}
