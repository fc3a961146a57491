import type { FormFormat } from '../api/forms.ts'
import { entryName } from '../documents/write/entry-name.ts'
import { formats } from '../documents/write/formats.ts'
import type { Form } from '../kernel/form/form.ts'
import { layoutFor } from '../kernel/layout/draw.ts'
import { scopeOf } from '../kernel/policy/decide.ts'
import { problem } from '../kernel/problem.ts'
import * as forms from '../store/forms.ts'
import type { Context } from './context.ts'

type Asked = { readonly id: string; readonly format: FormFormat }
export type WrittenForm = { readonly name: string; readonly pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array> }

/** A stored form as a file, in the version the actor may see. Problems: form.notFound, layout.missing. */
export async function downloadForm({ db, actor }: Context, { id, format }: Asked): Promise<WrittenForm> {
  const stored = await forms.load(db, scopeOf(actor, 'form.read'), id)
  if (!stored) throw problem('form.notFound', { id })
  const { form } = stored
  refuseUndrawable([form], format)
  const name = `${fileName(form)}.${format}`
  return { name, pieces: formats[format]([form], stored.document?.name ?? name) }
}

/** A form in no known layout can be given as data, never as the official form. */
export function refuseUndrawable(all: readonly Form[], format: string): void {
  if (format === 'json' || format === 'csv') return
  const undrawable = all.find((form) => layoutFor(form) === undefined)
  if (undrawable) throw problem('layout.missing', { title: titleOf(undrawable) })
}

const titleOf = (form: Form): string => form.title ?? form.project?.name ?? form.kind

/** 2023年宣传业务经费; without what no file system takes. */
export function fileName(form: Form): string {
  const year = form.year === null ? '' : `${form.year}年`
  return `${year}${entryName({ form, title: titleOf(form) })}`.replace(/[\\/:*?"<>|\s]+/g, ' ').slice(0, 120)
}
