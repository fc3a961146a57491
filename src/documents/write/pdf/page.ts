// A page that has been laid out: what is drawn where. Points from the upper left corner, baselines for texts.
import type { Orientation } from '../measure.ts'
import type { Weight } from './font-file.ts'
import type { Element } from './structure.ts'

export type PrintedText = {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly weight: Weight
  readonly text: string
  /** What the text is part of; none for page numbers and what is printed again. */
  readonly element?: Element | null
  /** Blank added behind every character, in points. */
  readonly spacing?: number
}
export type Area = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }
/** An area that leads to the place with this number. */
export type Link = Area & { readonly to: number }
/** Where a bookmark leads. */
export type Place = { readonly name: string; readonly level: number; readonly y: number }

export type LaidPage = {
  readonly orientation: Orientation
  /** In the order they are read; one without words stands for an empty cell. */
  readonly texts: readonly PrintedText[]
  /** Ruled boxes; lines two boxes share are drawn once. */
  readonly boxes: readonly Area[]
  readonly links: readonly Link[]
  readonly places: readonly Place[]
}

/** A page being laid out. */
export type OpenPage = {
  readonly orientation: Orientation
  readonly texts: PrintedText[]
  readonly boxes: Area[]
  readonly links: Link[]
  readonly places: Place[]
}
export const blankPage = (orientation: Orientation): OpenPage => ({
  orientation,
  texts: [],
  boxes: [],
  links: [],
  places: [],
})

/** Distance of two lines' baselines, in font sizes. */
export const PITCH = 1.38
/** Baseline below the top of a line of that height, in font sizes: the boxes of Chinese characters stand in its middle. */
export const BASELINE = (PITCH - 1) / 2 + 0.88
