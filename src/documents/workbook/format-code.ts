// Excel format codes (0.00%, #,##0, yyyy"年"m"月", …) taken apart into what prints a value.

export type Token =
  | { readonly kind: 'literal'; readonly text: string }
  /** A place for a digit; 0 prints a zero where there is none. */
  | { readonly kind: 'digit'; readonly pad: boolean }
  | { readonly kind: 'point' }
  | { readonly kind: 'exponent'; readonly plus: boolean }
  /** yyyy, mm, d, h, ss, am: lower-case letters as written. `elapsed` = in square brackets. */
  | { readonly kind: 'date'; readonly letters: string; readonly elapsed: boolean }
  | { readonly kind: 'text' }
  | { readonly kind: 'general' }

export type Condition = { readonly sign: string; readonly value: string }

/** One of the parts between semicolons. `percent` and `thousandth` count the signs that scale the value. */
export type Section = {
  readonly tokens: readonly Token[]
  readonly condition: Condition | null
  readonly grouped: boolean
  readonly percent: number
  readonly thousandth: number
}

export type FormatCode = { readonly sections: readonly Section[] }

const known = new Map<string, FormatCode>()

/** Codes are short; a longer one prints as General. */
const LONGEST = 255

export function formatCode(code: string): FormatCode {
  const before = known.get(code)
  if (before !== undefined) return before
  const parsed = { sections: splitSections(code.length > LONGEST ? 'General' : code).map(parseSection) }
  if (known.size < 2000) known.set(code, parsed)
  return parsed
}

function splitSections(code: string): readonly string[] {
  const sections: string[] = []
  let from = 0
  for (let i = 0; i < code.length; i++) {
    const char = code[i]
    if (char === '"') i = closing(code, i, '"')
    else if (char === '[') i = closing(code, i, ']')
    else if (char === '\\' || char === '_' || char === '*') i++
    else if (char === ';') {
      sections.push(code.slice(from, i))
      from = i + 1
    }
  }
  return [...sections, code.slice(from)].slice(0, 4)
}

const closing = (code: string, from: number, sign: string): number => {
  const at = code.indexOf(sign, from + 1)
  return at < 0 ? code.length : at
}

type Draft = { tokens: Token[]; condition: Condition | null; percent: number; commas: number[]; digits: number }

const DATE_LETTERS = /^(?:y+|m+|d+|h+|s+|e+(?![-+])|aaa+|am\/pm|a\/p|上午\/下午)/i

function parseSection(code: string): Section {
  const draft: Draft = { tokens: [], condition: null, percent: 0, commas: [], digits: 0 }
  for (let i = 0; i < code.length; ) i = parseAt(code, i, draft)
  const behind = draft.commas.filter((digits) => digits >= integerDigits(draft.tokens)).length
  const { tokens, condition, percent, commas } = draft
  return { tokens, condition, percent, thousandth: behind, grouped: commas.length > behind }
}

function integerDigits(tokens: readonly Token[]): number {
  const point = tokens.findIndex((token) => token.kind === 'point')
  return (point < 0 ? tokens : tokens.slice(0, point)).filter((token) => token.kind === 'digit').length
}

/** Takes the token that begins at `i` into the draft; returns where the next one begins. */
function parseAt(code: string, i: number, draft: Draft): number {
  const char = code[i] ?? ''
  const rest = code.slice(i)
  const push = (token: Token): void => void draft.tokens.push(token)
  if (/^general/i.test(rest) || rest.startsWith('G/通用格式')) {
    push({ kind: 'general' })
    return i + (char === 'G' && rest[1] === '/' ? 6 : 7)
  }
  const letters = DATE_LETTERS.exec(rest)?.[0]
  if (letters !== undefined) {
    push({ kind: 'date', letters: letters.toLowerCase(), elapsed: false })
    return i + letters.length
  }
  switch (char) {
    case '"': {
      const end = closing(code, i, '"')
      push({ kind: 'literal', text: code.slice(i + 1, end) })
      return end + 1
    }
    case '[': {
      const end = closing(code, i, ']')
      bracket(code.slice(i + 1, end), draft)
      return end + 1
    }
    case '\\':
    case '!':
      push({ kind: 'literal', text: code[i + 1] ?? '' })
      return i + 2
    case '_':
      push({ kind: 'literal', text: ' ' })
      return i + 2
    case '*':
      return i + 2
  }
  sign(char, rest, draft)
  return i + (/^E[-+]/i.test(rest) ? 2 : 1)
}

function sign(char: string, rest: string, draft: Draft): void {
  const { tokens } = draft
  if (/^E[-+]/i.test(rest)) tokens.push({ kind: 'exponent', plus: rest[1] === '+' })
  else if (char === '0' || char === '#' || char === '?') {
    tokens.push({ kind: 'digit', pad: char === '0' })
    draft.digits++
  } else if (char === ',') {
    if (draft.digits > 0) draft.commas.push(draft.digits)
    else tokens.push({ kind: 'literal', text: char })
  } else if (char === '.' && !tokens.some((token) => token.kind === 'point')) tokens.push({ kind: 'point' })
  else if (char === '@') tokens.push({ kind: 'text' })
  else {
    if (char === '%') draft.percent++
    tokens.push({ kind: 'literal', text: char })
  }
}

/** [Red] and [DBNum1] print nothing, [$¥-804] its sign, [h] elapsed hours, [>=100] is a condition. */
function bracket(inside: string, draft: Draft): void {
  const condition = /^(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)$/.exec(inside)
  if (condition?.[1] && condition[2]) draft.condition = { sign: condition[1], value: condition[2] }
  else if (inside.startsWith('$')) {
    const text = inside.slice(1).split('-')[0] ?? ''
    if (text !== '') draft.tokens.push({ kind: 'literal', text })
  } else if (/^(h+|m+|s+)$/i.test(inside))
    draft.tokens.push({ kind: 'date', letters: inside.toLowerCase(), elapsed: true })
}
