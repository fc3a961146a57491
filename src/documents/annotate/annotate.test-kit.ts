// What the tests of annotated files start from: a document, its forms and its findings as notes.
import { readFileSync } from 'node:fs'
import type { Form } from '../../kernel/form/form.ts'
import { checkForm } from '../../kernel/review/check.ts'
import { readDocument } from '../read-document.ts'
import { annotateDocument } from './annotate-document.ts'
import { type Note, notesOf } from './notes.ts'

export type Sample = {
  readonly bytes: Uint8Array
  readonly forms: readonly Form[]
  readonly notes: readonly Note[]
  readonly annotated: Uint8Array
}

export const fileOf = (name: string): Uint8Array =>
  Uint8Array.from(
    readFileSync(new URL(`../../../${name.endsWith('.txt') ? 'demo' : 'test/golden/files'}/${name}`, import.meta.url)),
  )

export async function sampleOf(bytes: Uint8Array, name = '表'): Promise<Sample> {
  const { forms } = await readDocument(bytes, name)
  const notes = notesOf(forms.map((form) => ({ form, check: checkForm(form) })))
  return { bytes, forms, notes, annotated: await annotateDocument(bytes, name, notes) }
}

/** Without the numbers of lines, which change where lines are put in between. */
export const unnumbered = (forms: readonly Form[]): unknown =>
  JSON.parse(JSON.stringify(forms, (key, value: unknown) => (key === 'line' || key === 'lineEnd' ? undefined : value)))

export const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8')

/** What is written in a piece of Word or Excel XML. */
export const wordsIn = (xml: string): string =>
  [...xml.matchAll(/<(?:\w+:)?t(?: [^>]*)?>([^<]*)</g)]
    .map((found) => found[1] ?? '')
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

export const plain = (text: string): string => text.replace(/\s+/g, '')
