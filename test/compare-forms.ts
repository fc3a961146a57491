// Compares forms read from a document with hand-checked truth, field by field: white space, separators and trailing zeros do not count.
import type { Form } from '../src/kernel/form/form.ts'

export type Wrong = {
  readonly field: string
  readonly form: string
  readonly expected: unknown
  readonly found: unknown
}
export type Comparison = { readonly share: number; readonly fields: number; readonly wrong: readonly Wrong[] }
/** A field the truth leaves out is not judged; null there means: absent in the document. */
export type Truth = { readonly forms: readonly object[]; readonly partial?: boolean }

const HEAD = (
  'kind year department.name department.code unit.name unit.code project.name project.nature project.category ' +
  'project.start project.end project.purpose amountUnit goals.overall goals.annual goals.expected goals.actual ' +
  'totals.weight totals.score grade'
).split(' ')
const FUND = 'label scope initialBudget annualBudget executed weight rate score'.split(' ')
const INDICATOR = (
  'dimension aspect name description target.text target.kind target.comparator target.value target.unit ' +
  'actual.text actual.value actual.unit actual.tier weight score deviation nature direction measureUnit'
).split(' ')
const TASK = 'name plan content completion'.split(' ')

const get = (from: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((here, key) => {
    if (here === null || typeof here !== 'object') return undefined
    return Object.entries(here).find(([name]) => name === key)?.[1]
  }, from)

const squeeze = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value).replace(/\s+/g, '') || null

const asNumber = (value: unknown): string | null => {
  const text = squeeze(value)?.replaceAll(',', '')
  return text && /^[-+]?\d+(\.\d+)?$/.test(text) ? String(Number(text)) : null
}

const same = (a: unknown, b: unknown): boolean =>
  squeeze(a) === squeeze(b) || (asNumber(a) !== null && asNumber(a) === asNumber(b))

const list = (from: unknown, key: string): readonly unknown[] => {
  const found = get(from, key)
  return Array.isArray(found) ? found : []
}

/** Pairs rows with the same key in order; rows left over on both sides between two pairs are paired as they stand. */
function align(a: readonly unknown[], b: readonly unknown[], key: string): readonly (readonly [unknown, unknown])[] {
  const keysA = a.map((x) => squeeze(get(x, key)))
  const keysB = b.map((x) => squeeze(get(x, key)))
  const best = a.map(() => new Array<number>(b.length + 1).fill(0)).concat([new Array<number>(b.length + 1).fill(0)])
  const length = (i: number, j: number): number => best[i]?.[j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = best[i]
      if (row) row[j] = keysA[i] === keysB[j] ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1))
    }
  const pairs: [unknown, unknown][] = []
  let free: [unknown[], unknown[]] = [[], []]
  const flush = (): void => {
    for (let k = 0; k < Math.max(free[0].length, free[1].length); k++) pairs.push([free[0][k], free[1][k]])
    free = [[], []]
  }
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && keysA[i] === keysB[j]) {
      flush()
      pairs.push([a[i++], b[j++]])
    } else if (j >= b.length || (i < a.length && length(i + 1, j) >= length(i, j + 1))) free[0].push(a[i++])
    else free[1].push(b[j++])
  }
  flush()
  return pairs
}

export function compareForms(truth: Truth, forms: readonly Form[]): Comparison {
  let fields = 0
  const wrong: Wrong[] = []
  const check = (field: string, form: string, expected: unknown, found: unknown): void => {
    fields++
    if (!same(expected, found)) wrong.push({ field, form, expected, found })
  }
  const judge = (paths: readonly string[], prefix: string, form: string, expected: unknown, found: unknown): void => {
    for (const path of paths) {
      const want = get(expected, path)
      const have = get(found, path)
      if (want !== undefined && !(want === null && squeeze(have) === null)) check(prefix + path, form, want, have)
    }
  }
  const byProject = truth.forms.some((form) => get(form, 'project'))
  for (const [expected, found] of align(truth.forms, forms, byProject ? 'project.name' : 'kind')) {
    const name = squeeze(get(expected ?? found, byProject ? 'project.name' : 'department.name')) ?? '?'
    if (expected === undefined) {
      if (!truth.partial) check('forms that are not in the document', name, 'none', 'one')
      continue
    }
    judge(HEAD, '', name, expected, found)
    for (const [rows, paths, key] of [
      ['funds', FUND, 'label'],
      ['indicators', INDICATOR, 'name'],
      ['tasks', TASK, 'name'],
    ] as const)
      for (const [e, f] of align(list(expected, rows), list(found, rows), key)) {
        if (e === undefined) check(`${rows} that are not in the document`, name, 'none', 'one')
        else judge(paths, `${rows}.`, name, e, f)
      }
  }
  return { share: fields === 0 ? 0 : (fields - wrong.length) / fields, fields, wrong }
}
