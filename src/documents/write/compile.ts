// Many forms as one publication: title page, contents, a form on each of the pages that follow.
import type { Form } from '../../kernel/form/form.ts'
import { bookDocx } from './docx.ts'
import { compileHtml } from './html.ts'
import { compilePdf, pageNumbers } from './pdf.ts'

export type Compile = (forms: readonly Form[], title: string) => Iterable<Uint8Array> | AsyncIterable<Uint8Array>

export const compilations = {
  pdf: compilePdf,
  docx: compileDocx,
  html: compileHtml,
} as const satisfies Record<string, Compile>

export const isCompilation = (format: string): format is keyof typeof compilations =>
  Object.hasOwn(compilations, format)

/** Page numbers are those of the same forms laid out as PDF. */
function* compileDocx(forms: readonly Form[], title: string): Generator<Uint8Array> {
  yield* bookDocx(forms, title, pageNumbers(forms))
}
