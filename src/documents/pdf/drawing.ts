// What a page draws: its characters and its ruling lines, with their places.
import type { Box, Turn } from './geometry.ts'

/** One printed character (or ligature). `turn`: how it stands on the page; `vertical`: written from top to bottom. */
export type Glyph = Box & { readonly text: string; readonly turn: Turn; readonly vertical: boolean }

/** A straight line: `at` = its y (across) or x (down); `from` < `to` along it. */
export type Rule = { readonly at: number; readonly from: number; readonly to: number }

export type Drawing = {
  readonly glyphs: readonly Glyph[]
  readonly across: readonly Rule[]
  readonly down: readonly Rule[]
}
