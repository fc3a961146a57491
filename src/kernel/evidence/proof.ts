// Which files back which indicator, as the rules ask for it.
import type { Form } from '../form/form.ts'
import type { TaskKind } from '../lifecycle/state.ts'
import type { Evidence } from '../review/related.ts'
import { itemsOf, type Method, methods } from './checklist.ts'

type File = { readonly kind: string; readonly rowKey: string | null; readonly method: string | null }

/** One entry an indicator; a file that proves the form as a whole counts for each of them. */
export function proofOf(task: TaskKind, form: Form, files: readonly File[]): readonly Evidence[] {
  const items = itemsOf(task)
  const proving = files.filter(({ kind, rowKey }) => rowKey !== null || items[kind]?.per === 'indicator')
  return form.indicators.flatMap(({ name, key }) => {
    if (name === null) return []
    const own = proving.filter(({ rowKey }) => rowKey === null || rowKey === key)
    const method = own.map((file) => file.method).find((one) => one !== null) ?? null
    return [{ indicator: name, files: own.length, method: isMethod(method) ? methods[method] : method }]
  })
}

const isMethod = (name: string | null): name is Method => name !== null && Object.hasOwn(methods, name)
