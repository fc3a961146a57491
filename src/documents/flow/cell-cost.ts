// What speaks against a text being the cell of a certain column. 0 = looks exactly like one; costs add up over a table.
import type { FieldFormat } from '../../kernel/layout/layout.ts'
import { beginsWithSign, isDash, isTier, type Quantity, quantityOf } from './vocabulary.ts'

const anyBracket = /[()（）《》【】]/
const sentence = /[。；;！]/
const beginsWithCause =
  /^(?:\d+[、.．]|[一二三][、是]|原因|因|由于|受|为|根据|鉴于|主要|实际|年初|目标|调整|改进|下一步|今后|预算|按照|部分|无$)/
const endsSentence = /[。；;！!.]$|^[-—无]$|[）)]$/

/** What names of indicators end with: 完成率, 数量, 满意度, 时限 … */
const nameEnd =
  /[率量度数间次限本性作费告力标动查求训价境品平例务贯息设件任用撑效果况稿见系月金类升额][)）”》]?$|[)）]$/

function unmatched(text: string): boolean {
  if (!anyBracket.test(text)) return false
  let [round, title, square] = [0, 0, 0]
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i)
    if (char === '(' || char === '（') round++
    else if (char === ')' || char === '）') round--
    else if (char === '《') title++
    else if (char === '》') title--
    else if (char === '【') square++
    else if (char === '】') square--
  }
  return round !== 0 || title !== 0 || square !== 0
}

/** Marks that close something or separate never begin a cell. */
const beginning = (text: string): number => (/^[，。、；：！？,;:）)》」』”】%％]/.test(text) ? 4 : 0)
const brackets = (text: string): number => (unmatched(text) ? 3 : 0)

function nameCost(text: string): number {
  if (text === '') return 9
  let cost = beginning(text) + brackets(text)
  if (beginsWithSign(text)) cost += 6
  else if (/^\d/.test(text) && quantityOf(text)) cost += 5
  if (isTier(text)) cost += 6
  if (sentence.test(text)) cost += 3
  else if (text.includes('，')) cost += 1
  if (/[，、；：]$/.test(text)) cost += 2
  else if (!nameEnd.test(text)) cost += 0.5
  return cost
}

/** Units are short; a long one may be the beginning of a sentence. */
const wordyUnit = (unit: string): number => (unit.length > 5 ? 0.6 : 0)

function targetCost({ text, quantity, tier }: Value): number {
  if (text === '') return 6
  if (quantity) return (quantity.comparator ? 0 : quantity.unit === '' ? 0.6 : 0.3) + wordyUnit(quantity.unit)
  if (isDash(text)) return 1
  let cost = 1 + beginning(text) + brackets(text)
  if (beginsWithSign(text)) cost += /^\D{1,2}\d/.test(text) ? 0.8 : 3
  if (tier) cost += 2
  if (text.length === 1) cost += 0.7
  if (text.length > 60) cost += 2
  return cost
}

function actualCost({ text, quantity, tier }: Value): number {
  if (text === '') return 5
  if (quantity) return (quantity.comparator ? 1 : quantity.unit === '' ? 0.4 : 0) + wordyUnit(quantity.unit)
  if (tier) return 0
  if (isDash(text)) return 1
  let cost = 2.5 + beginning(text) + brackets(text)
  if (beginsWithSign(text)) cost += 3
  if (/^(?:已|完成|达到|按|均|未|全部|基本|有效|及时)/.test(text)) cost -= 0.5
  return cost
}

function noteCost(text: string): number {
  if (text === '') return 0
  let cost = 1.5 + beginning(text) + brackets(text)
  if (isDash(text) || text === '无') return 0.5
  if (beginsWithSign(text) || quantityOf(text)) cost += 4
  if (!endsSentence.test(text)) cost += 0.8
  if (/[，。；;]/.test(text)) cost -= 0.5
  if (beginsWithCause.test(text)) cost -= 0.5
  return cost
}

/** A text as a value, looked at once. */
export type Value = { readonly text: string; readonly quantity: Quantity | undefined; readonly tier: boolean }

/** A text as the value it is in a column of this format; names and reasons are none. */
export const asValue = (format: FieldFormat, text: string): Value =>
  format === 'target' || format === 'actual'
    ? { text, quantity: quantityOf(text), tier: isTier(text) }
    : { text, quantity: undefined, tier: false }

const OPERATOR = /^(?:[≥≤><=＞＜＝≧≦═﹥﹤]=?|大于等于|小于等于|大于|小于|等于|正向|反向|定性|定量)$/
const NATURE = /^(?:定量|定性)(?:指标)?$/
const UNIT = /^(?:[%％‰]|[\u4e00-\u9fffA-Za-z㎡/]{1,8})$/
/** A cell of such a column that is empty; and one that holds what cannot stand there. */
const emptyWord = 1.5
const noWord = 8

/** Columns of one word each: 指标性质, 指标方向, 计量单位. */
const wordCost = (words: RegExp, text: string): number => (text === '' ? emptyWord : words.test(text) ? 0 : noWord)

/** Anything may stand in a column the form has no field for. */
const anyCost = (text: string): number =>
  text === '' ? 0.8 : 1.2 + beginning(text) + brackets(text) + (beginsWithSign(text) ? 3 : 0)

/** What speaks against the content of a cell, by the field of its column or its format. */
export function contentCost(at: string, format: FieldFormat, value: Value): number {
  if (at === 'direction') return wordCost(OPERATOR, value.text)
  if (at === 'nature') return wordCost(NATURE, value.text)
  if (at === 'measureUnit') return wordCost(UNIT, value.text)
  if (at.startsWith('remarks.')) return anyCost(value.text)
  switch (format) {
    case 'target':
      return targetCost(value)
    case 'actual':
      return actualCost(value)
    case 'long-text':
      return noteCost(value.text)
    default:
      return nameCost(value.text)
  }
}

/** Longer texts are no values that repeat each other. */
const mostCompared = 40

/** Share of the first characters of one text that the other has too: a cheap sign that one repeats the other. */
function likeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length)
  if (longer > mostCompared) return 0
  if (longer > 2.5 * Math.min(a.length, b.length)) return 0
  let common = 0
  for (const char of a) if (b.includes(char)) common++
  return common / longer
}

/** No pair costs less: the cost of one that looks alike from end to end. */
export const bestPair = -2

/** What speaks against a target and an actual value standing beside each other. */
export function pairCost(target: Value, actual: Value): number {
  const [wanted, reached] = [target.quantity, actual.quantity]
  if (wanted && reached)
    return wanted.unit === reached.unit ? -1 : reached.unit === '' || wanted.unit === '' ? 0.2 : 1.5
  if (wanted) return actual.tier ? 1 : 0
  if (reached) return target.text === '' ? 0 : 1.2
  return actual.tier || actual.text === '' ? 0 : bestPair * likeness(target.text, actual.text)
}

/** What a weight and a score say about whether a reason is to be expected behind them. */
export const reasonExpected = (weight: number | undefined, score: number | undefined): boolean =>
  weight !== undefined && score !== undefined && score < weight
