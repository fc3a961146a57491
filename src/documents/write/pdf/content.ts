// A page as the operators a PDF draws it with.
import { pageOf, points } from '../measure.ts'
import type { FontCodes } from './font-codes.ts'
import type { Weight } from './font-file.ts'
import type { Area, LaidPage } from './page.ts'
import type { Element, Seen } from './structure.ts'

export const FONT_NAMES = { regular: 'F1', bold: 'F2' } as const satisfies Record<Weight, string>

/** Width of ruled lines in points. */
const LINE = 0.5

/** Hundredths of a point are finer than any printer. */
export const rounded = (n: number): number => Math.round(n * 100) / 100

export type Content = { readonly operators: string; readonly seen: readonly Seen[] }

export function contentOf(page: LaidPage, fonts: Readonly<Record<Weight, FontCodes>>): Content {
  const height = points(pageOf(page.orientation).height)
  const { operators, seen } = texts(page, fonts, height)
  return { operators: rules(page.boxes, height) + operators, seen }
}

function texts(page: LaidPage, fonts: Readonly<Record<Weight, FontCodes>>, height: number): Content {
  const seen: Seen[] = []
  let out = 'BT\n'
  let font = ''
  let spaced = 0
  let marks = 0
  /** Undefined before the first text. */
  let current: Element | null | undefined
  for (const { x, y, size, weight, text, spacing = 0, element = null } of page.texts) {
    if (element !== current || text === '') {
      if (text !== '') {
        out += `${current === undefined ? '' : 'EMC\n'}${element === null ? '/Artifact BMC\n' : `/${element.role}<</MCID ${marks}>>BDC\n`}`
        current = element
      }
      if (element !== null) seen.push({ element, mark: text === '' ? null : marks++ })
    }
    if (text === '') continue
    const wanted = `/${FONT_NAMES[weight]} ${size} Tf\n`
    if (wanted !== font) out += wanted
    font = wanted
    if (spacing !== spaced) out += `${rounded(spacing)} Tc\n`
    spaced = spacing
    out += `1 0 0 1 ${rounded(x)} ${rounded(height - y)} Tm<${fonts[weight].encode(text)}>Tj\n`
  }
  return { operators: current === undefined ? '' : `${out}EMC\nET\n`, seen }
}

/** The boxes' edges as lines, each drawn once from end to end. */
function rules(boxes: readonly Area[], height: number): string {
  if (boxes.length === 0) return ''
  const across = new Map<number, number[]>()
  const down = new Map<number, number[]>()
  for (const box of boxes) {
    const [left, right] = [rounded(box.left), rounded(box.right)]
    const [top, bottom] = [rounded(height - box.top), rounded(height - box.bottom)]
    add(across, top, left, right)
    add(across, bottom, left, right)
    add(down, left, bottom, top)
    add(down, right, bottom, top)
  }
  let out = `${LINE} w 2 J\n`
  for (const [y, ends] of across) for (const [from, to] of joined(ends)) out += `${from} ${y} m ${to} ${y} l\n`
  for (const [x, ends] of down) for (const [from, to] of joined(ends)) out += `${x} ${from} m ${x} ${to} l\n`
  return `/Artifact BMC\n${out}S\nEMC\n`
}

function add(lines: Map<number, number[]>, at: number, from: number, to: number): void {
  const known = lines.get(at)
  if (known) known.push(from, to)
  else lines.set(at, [from, to])
}

/** Stretches that touch, as one. `ends`: from, to, from, to … */
function joined(ends: readonly number[]): readonly (readonly [number, number])[] {
  const stretches: (readonly [number, number])[] = []
  for (let i = 0; i < ends.length; i += 2) stretches.push([ends[i] ?? 0, ends[i + 1] ?? 0])
  stretches.sort((a, b) => a[0] - b[0])
  const done: [number, number][] = []
  for (const [from, to] of stretches) {
    const last = done.at(-1)
    if (last !== undefined && from <= last[1] + 0.02) last[1] = Math.max(last[1], to)
    else done.push([from, to])
  }
  return done
}
