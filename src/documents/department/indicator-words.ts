// The vocabulary that tells the columns of an indicator row apart when empty cells print nothing.
import { directionComparator } from '../../kernel/value/comparators.ts'
import { unitDimension } from '../../kernel/value/units.ts'
import type { Atom } from '../flow/atoms.ts'
import { isNothing, numberText } from '../text.ts'

/** 指标性质 */
export const isNature = (text: string): boolean => /^定[量性](?:指标)?$/.test(text)

/** 指标方向: words or signs of comparison alone. */
export const isDirection = (text: string): boolean => text.length <= 12 && directionComparator(text) !== null

/** A plain number, as weights and scores are printed. */
export const isPoints = (text: string): boolean => !/[%％]$/.test(text) && numberText(text) !== null

/** Reasons that end a row: 无, 暂无, a dash. */
export const isNoReason = (text: string): boolean =>
  /^(?:无|暂无|没有|无偏差|不适用)[。.]?$/.test(text) || isNothing(text)

/** A word that is a unit: 家（次）, 元/批次, %, 县（市、区）. */
export const isUnit = (text: string): boolean =>
  !/\d/.test(text.replace(/[m㎡]\d/g, '')) && unitDimension(text) !== null

/** Could be a unit nobody listed: short, no number, no sentence. */
export const maybeUnit = (text: string): boolean => text.length <= 10 && !/[\d。；;，,：:≥≤<>=]/.test(text)

const open = /[（(【[“《]/g
const close = /[）)】\]”》]/g
/** Brackets and quotation marks opened in a cell are closed in it. */
export const isBalanced = (text: string): boolean =>
  (text.match(open)?.length ?? 0) === (text.match(close)?.length ?? 0)

/** True where the atom begins a printed line. */
export const beginsLine = (atom: Atom | undefined): boolean => atom !== undefined && atom.gap !== 'space'
