// The files being checked: one after another, each can fail, be cancelled or tried again without stopping the rest.
import { useEffect, useRef, useState } from 'react'
import { type CheckedDocument, check } from '../../api/check.ts'
import { call } from '../call.ts'
import { checkTogether } from './check-together.ts'

export type FileCheck = {
  readonly id: number
  readonly file: File
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
    setFiles((all) => all.map((one) => (one.id === id ? { ...one, state } : one)))

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
  const enqueue = (id: number, file: File) => {
    const abort = new AbortController()
    running.current.set(id, abort)
    queue.current = queue.current.then(() => run(id, file, abort))
  }

  /** Adds a file to the end of the queue and answers its id. */
  const add = (file: File): number => {
    const id = next.current++
    setFiles((all) => [...all, { id, file, state: { step: 'waiting' } }])
    enqueue(id, file)
    return id
  }
  const cancel = (id: number) => {
    running.current.get(id)?.abort()
    put(id, { step: 'cancelled' })
  }
  const retry = ({ id, file }: FileCheck) => {
    put(id, { step: 'waiting' })
    enqueue(id, file)
  }
  return { files: useTogether(files), add, cancel, retry }
}

/** The files with their findings beside each other's forms, as soon as none is waiting any more. */
function useTogether(files: readonly FileCheck[]): readonly FileCheck[] {
  const [together, setTogether] = useState<ReadonlyMap<CheckedDocument, CheckedDocument>>(new Map())
  useEffect(() => {
    if (files.some(({ state }) => state.step === 'waiting' || state.step === 'checking')) return
    let isCurrent = true
    const alone = files.flatMap(({ state }) => (state.step === 'done' ? [state.document] : []))
    void checkTogether(alone).then((documents) => {
      if (isCurrent) setTogether(new Map(alone.map((document, i) => [document, documents[i] ?? document])))
    })
    return () => {
      isCurrent = false
    }
  }, [files])
  return files.map((file) => {
    const { state } = file
    if (state.step !== 'done') return file
    return { ...file, state: { ...state, document: together.get(state.document) ?? state.document } }
  })
}
