// Damages real files the way disks, programs and attackers do. The same seed gives the same damage.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** From 0 up to, not including, 1. */
export type Random = () => number
type Damage = (bytes: Uint8Array, random: Random) => Uint8Array

export type Damaged = { readonly bytes: Uint8Array; readonly how: string }

/** Small and even: mulberry32. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const below = (most: number, random: Random): number => Math.floor(random() * Math.max(1, most))
const pick = <T>(of: readonly T[], random: Random): T => {
  const found = of[below(of.length, random)]
  if (found === undefined) throw new Error('nothing to pick from')
  return found
}
const times = (most: number, random: Random): number => 1 + below(most, random)

/** One to three kinds of damage that fit the file; its structure first, while it can still be taken apart. */
export function damaged(bytes: Uint8Array, random: Random): Damaged {
  const kinds = [...structuralDamages(bytes), ...byteDamages]
  const chosen = Array.from({ length: times(3, random) }, () => pick(kinds, random))
  let result: Uint8Array = bytes
  for (const [, damage] of chosen.toSorted((a, b) => kinds.indexOf(a) - kinds.indexOf(b)))
    if (result.length > 0) result = damage(result, random)
  return { bytes: result, how: chosen.map(([name]) => name).join(', ') }
}

type Named = readonly [string, Damage]

const byteDamages: readonly Named[] = [
  ['bytes changed', (bytes, random) => changed(bytes, random, () => below(256, random))],
  ['bits turned', (bytes, random) => changed(bytes, random, (before) => before ^ (1 << below(8, random)))],
  ['end cut off', (bytes, random) => bytes.slice(0, below(bytes.length, random))],
  ['beginning cut off', (bytes, random) => bytes.slice(below(Math.min(bytes.length, 600), random))],
  ['zeroed', (bytes, random) => filled(bytes, random, 0)],
  ['ones', (bytes, random) => filled(bytes, random, 255)],
  ['piece repeated', (bytes, random) => repeated(bytes, random)],
  ['piece moved', (bytes, random) => moved(bytes, random)],
  ['noise put in', (bytes, random) => noise(bytes, random)],
]

function changed(bytes: Uint8Array, random: Random, to: (before: number) => number): Uint8Array {
  const result = Uint8Array.from(bytes)
  for (let left = times(12, random); left > 0; left--) {
    const at = below(result.length, random)
    result[at] = to(result[at] ?? 0)
  }
  return result
}

const filled = (bytes: Uint8Array, random: Random, value: number): Uint8Array => {
  const at = below(bytes.length, random)
  return Uint8Array.from(bytes).fill(value, at, at + times(64, random))
}

function repeated(bytes: Uint8Array, random: Random): Uint8Array {
  const from = below(bytes.length, random)
  const piece = bytes.subarray(from, from + times(400, random))
  return joined(
    bytes.subarray(0, from),
    ...Array.from({ length: times(40, random) }, () => piece),
    bytes.subarray(from),
  )
}

function moved(bytes: Uint8Array, random: Random): Uint8Array {
  const result = Uint8Array.from(bytes)
  const from = below(bytes.length, random)
  return result.copyWithin(below(bytes.length, random), from, from + times(2000, random))
}

function noise(bytes: Uint8Array, random: Random): Uint8Array {
  const at = below(bytes.length, random)
  const piece = Uint8Array.from({ length: times(300, random) }, () => below(256, random))
  return joined(bytes.subarray(0, at), piece, bytes.subarray(at))
}

const joined = (...pieces: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(pieces))

function structuralDamages(bytes: Uint8Array): readonly Named[] {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  if (head.startsWith('PK')) return packageDamages
  if (head.startsWith('%PDF')) return pdfDamages
  if (head.startsWith('\u00d0\u00cf')) return compoundDamages
  if (head.startsWith('{\\rtf')) return richTextDamages
  return textDamages
}

/** What changes a file as text: bytes stand for characters, so that every encoding stays what it is. */
const asText =
  (change: (text: string, random: Random) => string): Damage =>
  (bytes, random) =>
    Uint8Array.from(Buffer.from(change(Buffer.from(bytes).toString('latin1'), random), 'latin1'))

/** Numbers that programs stumble over. */
const HARD_NUMBERS = ['0', '-1', '1', '65536', '2147483647', '4294967295', '99999999999999999999', '1e309', 'NaN', '']

const withNumber = (text: string, random: Random): string => {
  const numbers = [...text.matchAll(/\d+/g)]
  if (numbers.length === 0) return text
  const { index, 0: number } = pick(numbers, random)
  return text.slice(0, index) + pick(HARD_NUMBERS, random) + text.slice(index + number.length)
}

/** Pieces between markup or lines, taken out, doubled, swapped or put around each other. */
function shuffled(text: string, between: RegExp, random: Random): string {
  const pieces = text.split(between)
  for (let left = times(8, random); left > 0; left--) {
    const [from, to] = [below(pieces.length, random), below(pieces.length, random)]
    const action = below(5, random)
    if (action === 0) pieces.splice(from, times(3, random))
    else if (action === 1) pieces.splice(to, 0, pieces[from] ?? '')
    else if (action === 2) pieces.splice(to, 0, ...pieces.splice(from, times(20, random)))
    else if (action === 3) pieces.splice(to, 0, (pieces[from] ?? '').slice(0, 1000).repeat(times(400, random)))
    else pieces[from] = withNumber(pieces[from] ?? '', random)
  }
  return pieces.join('')
}

const TAGS = /(?=<)/
const textDamages: readonly Named[] = [
  ['lines shuffled', asText((text, random) => shuffled(text, /(?<=\n)/, random))],
  ['tags shuffled', asText((text, random) => shuffled(text, TAGS, random))],
  ['number replaced', asText(withNumber)],
]

const richTextDamages: readonly Named[] = [
  ['groups shuffled', asText((text, random) => shuffled(text, /(?=[{}])/, random))],
  ['words shuffled', asText((text, random) => shuffled(text, /(?=\\[a-z])/, random))],
  ['word repeated', asText(wordRepeated)],
  ['number replaced', asText(withNumber)],
]

/** A word that ends a cell, a row or a paragraph, or begins a group, some ten thousand times. */
function wordRepeated(text: string, random: Random): string {
  const word = pick(
    ['\\cell', '\\row', '\\par', '\\nestcell\\nestrow', '\\cellx100', '\\bin9', '{', '}', '{\\*'],
    random,
  )
  const at = below(text.length, random)
  return text.slice(0, at) + word.repeat(times(50_000, random)) + text.slice(at)
}

const pdfDamages: readonly Named[] = [
  ['objects shuffled', asText((text, random) => shuffled(text, /(?=\n\d+ 0 obj)|(?<=endobj)/, random))],
  ['keys shuffled', asText((text, random) => shuffled(text, /(?=\/[A-Z])/, random))],
  ['number replaced', asText(withNumber)],
  [
    'keyword lost',
    asText((text, random) =>
      without(text, ['endobj', 'endstream', 'stream', 'xref', 'trailer', 'startxref', '%%EOF'], random),
    ),
  ],
]

function without(text: string, words: readonly string[], random: Random): string {
  const word = pick(words, random)
  const at = text.indexOf(word, below(text.length, random))
  return at < 0 ? text.replaceAll(word, '') : text.slice(0, at) + text.slice(at + word.length)
}

/** Directories of old Office files are numbers of four bytes: sectors that point to others. */
const compoundDamages: readonly Named[] = [
  ['sector numbers changed', (bytes, random) => withWords(bytes, random, Math.floor(bytes.length / 4))],
  ['head changed', (bytes, random) => withWords(bytes, random, 128)],
]

function withWords(bytes: Uint8Array, random: Random, words: number): Uint8Array {
  const result = Buffer.from(bytes)
  for (let left = times(6, random); left > 0; left--) {
    const at = 4 * below(words, random)
    if (at + 4 <= result.length)
      result.writeUInt32LE(pick([0, 1, below(300, random), 0xfffffffe, 0xffffffff, 0x7fffffff], random), at)
  }
  return Uint8Array.from(result)
}

const packageDamages: readonly Named[] = [
  ['tags of a part shuffled', inPart((text, random) => shuffled(text, TAGS, random))],
  ['tags nested', inPart(nested)],
  ['number of a part replaced', inPart(withNumber)],
  ['parts renamed', inPackage((names, random) => names.map((name) => (random() < 0.2 ? pick(names, random) : name)))],
  ['parts lost', inPackage((names, random) => names.map((name) => (random() < 0.2 ? null : name)))],
  ['names spoilt', inPackage((names, random) => names.map((name) => (random() < 0.2 ? `../${name}\\` : name)))],
  ['directory lies', directoryLies],
]

type Parts = Record<string, Uint8Array>

/** A file whose directory was damaged before cannot be taken apart: it stays as it is. */
function partsOf(bytes: Uint8Array): Parts | null {
  try {
    return unzipSync(bytes)
  } catch {
    return null
  }
}

function inPart(change: (text: string, random: Random) => string): Damage {
  return (bytes, random) => {
    const parts = partsOf(bytes)
    const names = Object.keys(parts ?? {}).filter((name) => /\.(?:xml|rels)$/.test(name))
    if (parts === null || names.length === 0) return bytes
    const name = pick(names, random)
    const text = strFromU8(parts[name] ?? new Uint8Array(), true)
    return zipSync({ ...parts, [name]: strToU8(change(text, random), true) }, { level: 1 })
  }
}

function inPackage(rename: (names: readonly string[], random: Random) => readonly (string | null)[]): Damage {
  return (bytes, random) => {
    const parts = partsOf(bytes)
    if (parts === null) return bytes
    const names = Object.keys(parts)
    const renamed: Parts = {}
    rename(names, random).forEach((name, i) => {
      if (name !== null) renamed[name] = parts[names[i] ?? ''] ?? new Uint8Array()
    })
    return Object.keys(renamed).length === 0 ? bytes : zipSync(renamed, { level: 1 })
  }
}

/** A piece of the part within hundreds of copies of the tag before it. */
function nested(text: string, random: Random): string {
  const tags = [...text.matchAll(/<([\w:]+)[^<>]*[^/<>]>/g)]
  if (tags.length === 0) return text
  const { index, 0: tag, 1: name = 'x' } = pick(tags, random)
  const depth = times(600, random)
  return `${text.slice(0, index)}${tag.repeat(depth)}${`</${name}>`.repeat(depth)}${text.slice(index)}`
}

/** Sizes, sums, methods and places that are not so. */
function directoryLies(bytes: Uint8Array, random: Random): Uint8Array {
  const result = Buffer.from(bytes)
  const entries: number[] = []
  const sign = Buffer.from([0x50, 0x4b, 1, 2])
  for (let at = result.indexOf(sign); at >= 0; at = result.indexOf(sign, at + 4)) entries.push(at)
  if (entries.length === 0) return bytes
  const at = pick(entries, random) + pick([8, 10, 16, 20, 24, 28, 30, 42], random)
  if (at + 4 <= result.length)
    result.writeUInt32LE(pick([0, 1, 0xffff, 0x7fffffff, 0xffffffff, below(bytes.length, random)], random), at)
  return Uint8Array.from(result)
}
