// Text as lines with their places: what every text reader starts from.
import type { Source } from '../kernel/form/form.ts'

/** One line of the source file, as it stands there (NBSP and tabs kept). Numbers count from 1. */
export type Line = { readonly line: number; readonly page?: number; readonly text: string }

/** The lines of one form inside a document, its printed title first. */
export type Segment = { readonly lines: readonly Line[] }

/** A piece of text cut out of the source, with the place it came from. */
export type Run = { readonly text: string; readonly source: Source }
