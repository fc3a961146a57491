// Numbers told in running text (goals, results, completion of tasks), each with the words it belongs to, and which
// indicator it is about.
import { plain } from '../decimal.ts'
import type { Form, Indicator } from '../form/form.ts'
import { memoOf } from '../memo.ts'
import { fold, isLatin } from '../value/characters.ts'
import { unitEnd } from '../value/unit-scan.ts'
import { nameOf } from './align.ts'
import { type Amount, amountOf, sameMeasure, sameValue } from './amount.ts'
import { coverBy, pairsOf } from './pairs.ts'
import { wordsOf } from './rows.ts'

type Bound = 'at-least' | 'above' | 'at-most' | 'below'

export type Mention = {
  /** Cell it stands in. */
  readonly path: string
  /** The clause as printed. */
  readonly clause: string
  readonly amount: Amount
  /** As printed: 1.93万批次. */
  readonly printed: string
  /** What the words leave open: ≤5, 超过3000, 以上; null = a plain number. */
  readonly bound: Bound | null
  /** 约, 余, 多, 近: within a tenth. */
  readonly about: boolean
  /** The words around it that belong to no other number; and the same without punctuation and blanks. */
  readonly words: string
  readonly tidy: string
  /** The whole sentence. */
  readonly sentence: string
  /** Counts several years, or from some day on: no number of this year. */
  readonly longer: boolean
}

const NUMBER = /(?<![\d.A-Za-z第-])\d[\d,]*(?:\.\d+)?(?!\d)/g
const SENTENCE = /[。；;\n！!]+/
/** Clauses end here; brackets too, what stands in them is told by itself. */
const CLAUSE = /[，,：:（）()]+/
/** Growth is told behind what has grown: 发明专利拥有量6.94件（同比增长43.69%）. */
const GROWTH = /同比|环比|比上年|较上年|比去年/
const NOT_COUNTED = /^(?:年|月|日|号|[.、](?!\d)|[-—~]\d|·)/
const BOUNDS: readonly (readonly [Bound, RegExp, RegExp])[] = [
  ['at-least', /(?:≥|>=|超过|不少于|不低于|至少|突破|达到或超过)\s*$/, /^\s*(?:及)?以上/],
  ['at-most', /(?:≤|<=|不超过|不高于|不多于|控制在)\s*$/, /^\s*(?:及)?以[下内]/],
  ['above', />\s*$/, /^$(?!)/],
  ['below', /<\s*$/, /^$(?!)/],
]
const ABOUT = /(?:约|近|大约|将近)\s*$/
const LONGER =
  /连续.{0,3}年|[两二三四五六七八九十\d]年(?:来|间|共|累计|内)|以来|历年|截至|截止|上年|去年|同期|累计(?=.{0,4}[用户量])/

/** The numbers of a text that count or measure something. Years, days, list numbers and names of documents are none. */
export function mentionsIn(path: string, text: string | null): Mention[] {
  if (text === null) return []
  return tidied(text)
    .split(SENTENCE)
    .flatMap((sentence) => {
      const clauses = sentence.split(CLAUSE)
      return clauses.flatMap((clause, i) =>
        mentionsOf({ path, clause, sentence, before: GROWTH.test(clause) ? (clauses[i - 1] ?? '') : '' }),
      )
    })
    .concat(productsIn(path, text))
}

/** Names of documents and offices count nothing; 1,234 is one number; blanks beside digits are the typesetter's. */
const tidied = (text: string): string =>
  text
    .replace(/(?<=\d)[ \t]+(?=[^\d\s])|(?<=[^\d\s])[ \t]+(?=\d)/g, '')
    .replace(/《[^》]*》|“[^”]*”|〔[^〕]*〕|\[[^\]]*\]/g, (name) => name.replace(/[\d,，。；;：:]/g, ''))
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')

const NUMERALS = '一二三四五六七八九十'
const numeral = (text: string): string =>
  text === '两' ? '2' : /^\d/.test(text) ? text : `${NUMERALS.indexOf(text) + 1}`
/** 四期，每期发往各单位约130本 */
const TIMES =
  /([^，。；\n]*?)([一二两三四五六七八九十]|\d+)(期|次|场|批|轮|届|个季度|个月)[，、]每\3([^。；，\n\d]{0,40}?)(\d[\d.]*)([^，。；、\n\d]{1,4})/g

/** Totals a text gives as so many times so much. */
function productsIn(path: string, text: string): Mention[] {
  return [...fold(text).replaceAll(',', '，').matchAll(TIMES)].flatMap(
    ([clause, before = '', times = '', , between = '', each = '', unit = '']) => {
      const one = amountOf(each, unit.slice(0, unitEnd(unit, 0)))
      if (one === null || one.unit === null) return []
      const amount = { ...one, value: one.value.times(numeral(times)) }
      const printed = `${numeral(times)} × ${plain(one.value)}${one.unit}`
      return {
        path,
        clause,
        amount,
        printed,
        bound: null,
        about: ABOUT.test(between),
        words: before + between,
        tidy: wordsOf(before + between),
        sentence: clause,
        longer: false,
      }
    },
  )
}

type Clause = { readonly path: string; readonly clause: string; readonly sentence: string; readonly before: string }

function mentionsOf({ path, clause, sentence, before: subject }: Clause): Mention[] {
  const text = fold(clause)
  const found = [...text.matchAll(NUMBER)].flatMap((match) => numberAt(text, match.index, match[0]))
  return found.flatMap((number, i) => {
    const from = boundary(text, found[i - 1]?.end ?? 0, number.start)
    const next = found[i + 1]
    const to = next === undefined ? text.length : boundary(text, number.end, next.start)
    const before = text.slice(from, number.start)
    const after = text.slice(number.end, to)
    const words = `${subject.replace(/\d[\d.]*/g, '')}${before}${after}`
    if (number.amount.unit === null && /(?:目标|内容|任务|第)\s*$/.test(before)) return []
    return {
      path,
      clause: clause.trim().replace(/^\d{1,2}[.、．]\s*(?=\D)/, ''),
      amount: number.amount,
      printed: text.slice(number.start, number.end),
      bound: BOUNDS.find(([, prefix, suffix]) => prefix.test(before) || suffix.test(after))?.[0] ?? null,
      about: ABOUT.test(before) || number.about,
      words,
      tidy: wordsOf(words),
      sentence,
      longer: LONGER.test(clause),
    }
  })
}

/** Where the words of one number end and those of the next begin: after 和, 、, 及 between them, else before the next. */
function boundary(text: string, from: number, to: number): number {
  const between = text.slice(from, to)
  const joint = /[、和及与]/.exec(between)
  return joint === null ? from : from + joint.index + 1
}

type Number_ = { readonly start: number; readonly end: number; readonly amount: Amount; readonly about: boolean }

function numberAt(text: string, start: number, digits: string): Number_[] {
  const after = start + digits.length
  if (NOT_COUNTED.test(text.slice(after)) || isLatin(text.charCodeAt(after))) return []
  const [, first = '', scale = '', second = ''] = /^([余多几]?)([万亿]?)([余多几]?)/.exec(text.slice(after)) ?? []
  const at = after + first.length + scale.length + second.length
  const end = unitEnd(text, at)
  // 每千人6批次: the denominator stands before the number
  const per = /每([^\d，。；每]{1,4})$/.exec(text.slice(0, start))?.[1]
  const unit = text.slice(at, end)
  const amount = scaled(digits.replaceAll(',', ''), scale, per === undefined || unit === '' ? unit : `${unit}/${per}`)
  return amount === null ? [] : [{ start, end, amount, about: first !== '' || second !== '' }]
}

/** 近8万 is no money: 万 alone only scales. */
function scaled(value: string, scale: string, unit: string): Amount | null {
  const amount = amountOf(value, scale + (unit === '' ? '个' : unit))
  return amount !== null && unit === '' ? { ...amount, unit: null } : amount
}

/** The cells that tell results. */
export const resultMentions = memoOf((form: Form): readonly Mention[] => [
  ...mentionsIn('goals.actual', form.goals.actual),
  ...form.tasks.flatMap(({ completion }, i) => mentionsIn(`tasks[${i}].completion`, completion)),
])

/** The cells that tell what is intended. */
export const goalMentions = memoOf((form: Form): readonly Mention[] => [
  ...mentionsIn('goals.overall', form.goals.overall),
  ...mentionsIn('goals.annual', form.goals.annual),
  ...mentionsIn('goals.expected', form.goals.expected),
])

/** Words that any indicator's name may hold; what is left says what is counted. */
const GENERAL =
  /数量|次数|个数|家数|人数|件数|份数|批次数?|家次|人次|场次|班次|期数|天数|完成情况|完成|开展|组织|工作|全年|年度|本市|我市|全市|本年度?|截至年末|年末|平均|总量|数$/g

type Subject = { readonly text: string; readonly pairs: ReadonlySet<string> }

const subjectFor = memoOf((it: Indicator): Subject => {
  const whole = nameOf(it)
  const rest = whole.replace(GENERAL, '')
  // 培训 alone would be found in every other clause
  const text = rest.length >= 4 ? rest : whole
  return { text, pairs: pairsOf(text) }
})

export const subjectOf = (it: Indicator): string => subjectFor(it).text

/** A growth is no level: the two are never held against each other. */
const GROWING = /同比|环比|增长|增幅/

export type About = { readonly mention: Mention; readonly share: number }

/**
 * The mentions about an indicator, best first: their words hold at least `from` of its name, and they count in its
 * unit. A percentage is never held against a count.
 */
export function mentionsAbout(it: Indicator, unit: string | null, mentions: readonly Mention[], from: number): About[] {
  const subject = subjectFor(it)
  const growing = /增长|增幅|增速/.test(subject.text)
  return mentions
    .filter(({ amount, words }) => sameMeasure(amount.unit, unit) && growing === GROWING.test(words))
    .map((mention) => ({ mention, share: shareOf(it, subject, mention) }))
    .filter(({ share }) => share >= from)
    .toSorted((a, b) => b.share - a.share)
}

/**
 * How much of an indicator's name the words around a number hold. A title (《简讯》刊印数量) names it by itself, and so
 * nearly do the last words of the name right before the number (开展缺陷技术分析89批次).
 */
function shareOf({ name }: Indicator, subject: Subject, { words, tidy }: Mention): number {
  const share = coverBy(subject.pairs, tidy)
  const title = /《[^》]+》/.exec(name ?? '')?.[0]
  if (title !== undefined && words.includes(title)) return Math.max(TITLED, share)
  const ends = subject.text.length >= 2 * ENDING && tidy.endsWith(subject.text.slice(-ENDING))
  return ends && share >= 0.5 ? Math.max(ENDED, share) : share
}
const TITLED = 0.7
const ENDING = 4
const ENDED = 0.6

/** Whether a told number leaves room for a printed one: the same number, or one within its bound or its 约. */
export function allows({ amount, bound, about }: Mention, printed: Amount): boolean {
  const { value } = printed
  if (bound === 'above') return value.gt(amount.value)
  if (bound === 'below') return value.lt(amount.value)
  if (bound === 'at-least') return value.gte(amount.value)
  if (bound === 'at-most') return value.lte(amount.value)
  if (sameValue(amount, printed)) return true
  return about && value.minus(amount.value).abs().lte(amount.value.times('0.1'))
}

/** Whether the text names the number somewhere, in one piece or as the sum of neighbouring ones, whatever it calls it. */
export function namesNumber(mentions: readonly Mention[], printed: Amount): boolean {
  return mentions.some((first, i) => {
    if (!sameMeasure(first.amount.unit, printed.unit)) return false
    let total = first.amount.value
    if (first.bound === null && sameValue(first.amount, printed)) return true
    for (const { amount, path } of mentions.slice(i + 1, i + 6)) {
      if (path !== first.path || amount.unit !== first.amount.unit) break
      total = total.plus(amount.value)
      if (total.eq(printed.value)) return true
    }
    return false
  })
}
