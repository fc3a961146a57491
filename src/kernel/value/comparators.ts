// The words and signs of comparison: ≥ 不少于 至少 2次以上 … and the 指标方向 column.
import type { Comparator } from '../form/form.ts'
import { fold, withoutSpace } from './characters.ts'

/** Canonical sign of each comparator. */
export const COMPARATOR_SIGN: Readonly<Record<Comparator, string>> = {
  '>=': '≥',
  '>': '>',
  '=': '=',
  '<': '<',
  '<=': '≤',
}
/** Signs, with ASCII spellings of two characters first. */
const SIGNS: readonly (readonly [string, Comparator])[] = [
  ['>=', '>='],
  ['=>', '>='],
  ['<=', '<='],
  ['=<', '<='],
  ['≥', '>='],
  ['≤', '<='],
  ['>', '>'],
  ['<', '<'],
  ['=', '='],
]

/** Written before the number. What is denied turns round: 不低于 = ≥. */
const PREFIXES: Readonly<Record<Comparator, readonly string[]>> = {
  '>=': [
    '大于或等于',
    '大于等于',
    '等于或大于',
    '达到或超过',
    '达到或高于',
    '等于大于',
    '高于或等于',
    '高于等于',
    '至少',
    '最少',
    '最低',
  ],
  '>': ['大于', '高于', '超过', '多于', '超出', '突破'],
  '=': ['等于或等于', '等于'],
  '<': ['小于', '低于', '少于', '不足', '不到', '不满'],
  '<=': ['小于或等于', '小于等于', '等于或小于', '等于小于', '低于或等于', '低于等于', '至多', '最多', '最高'],
}
const DENIALS = ['不', '未', '不得', '不应', '不可', '不能', '不会', '没有', '不允许']
const DENIED: readonly (readonly [string, Comparator])[] = [
  ['少于', '>='],
  ['低于', '>='],
  ['小于', '>='],
  ['短于', '>='],
  ['高于', '<='],
  ['大于', '<='],
  ['多于', '<='],
  ['超过', '<='],
  ['超出', '<='],
  ['长于', '<='],
  ['突破', '<='],
  ['晚于', '<='],
  ['迟于', '<='],
  ['早于', '>='],
]

/** Written after the number or its unit. 以上 and 以下 include the number (民法典 第1259条). */
const SUFFIXES: readonly (readonly [string, Comparator])[] = [
  ['(含)以上', '>='],
  ['(及)以上', '>='],
  ['及其以上', '>='],
  ['或以上', '>='],
  ['含以上', '>='],
  ['及以上', '>='],
  ['以上(含)', '>='],
  ['以上', '>='],
  ['(含)以内', '<='],
  ['(含)以下', '<='],
  ['(及)以下', '<='],
  ['或以下', '<='],
  ['含以下', '<='],
  ['及以下', '<='],
  ['及以内', '<='],
  ['以内', '<='],
  ['之内', '<='],
  ['以下', '<='],
]

type Entry = readonly [word: string, comparator: Comparator]

const entries = Object.entries as (table: typeof PREFIXES) => [Comparator, readonly string[]][]
const prefixes: Entry[] = [
  ...entries(PREFIXES).flatMap(([comparator, words]) => words.map((word): Entry => [word, comparator])),
  ...DENIALS.flatMap((denial) => DENIED.map(([word, comparator]): Entry => [denial + word, comparator])),
  ['不超', '<='],
]

/** Code of the first character → the words that start with it, longest first: one look decides almost always. */
type Table = ReadonlyMap<number, readonly Entry[]>

function byFirst(words: readonly Entry[]): Table {
  const table = new Map<number, Entry[]>()
  for (const entry of words) {
    const first = entry[0].charCodeAt(0)
    table.set(first, [...(table.get(first) ?? []), entry])
  }
  for (const list of table.values()) list.sort((a, b) => b[0].length - a[0].length)
  return table
}

const signTable = byFirst(SIGNS)
const prefixTable = byFirst(prefixes)
const suffixTable = byFirst(SUFFIXES)

const entryAt = (table: Table, text: string, at: number): Entry | undefined =>
  table.get(text.charCodeAt(at))?.find(([word]) => text.startsWith(word, at))

/** The sign, prefix word or suffix word at a position of a folded text. */
export const signAt = (text: string, at: number): Entry | undefined => entryAt(signTable, text, at)
export const prefixAt = (text: string, at: number): Entry | undefined => entryAt(prefixTable, text, at)
export const suffixAt = (text: string, at: number): Entry | undefined => entryAt(suffixTable, text, at)

/** What a 指标方向 cell says; null where it says nothing about an order (blank, 定性, 不适用). */
export function directionComparator(column: string | null | undefined): Comparator | null {
  if (!column) return null
  const word = withoutSpace(fold(column))
  for (const table of [signTable, prefixTable, suffixTable]) {
    const entry = entryAt(table, word, 0)
    if (entry && entry[0] === word) return entry[1]
  }
  return DIRECTIONS[word] ?? null
}

/** 正向/反向 are the columns' own words in several systems. */
const DIRECTIONS: Readonly<Record<string, Comparator>> = {
  正向: '>=',
  正向指标: '>=',
  反向: '<=',
  反向指标: '<=',
  逆向: '<=',
  逆向指标: '<=',
}
