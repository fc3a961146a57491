// What a JSON value holds as forms: the document of `read --json`, several of them, one form or a list of forms.
import type { z } from 'zod'
import { zhCN } from 'zod/locales'
import { Form } from '../../kernel/form/form.ts'
import { InputProblem } from '../input-problem.ts'

/** `from`: the file the forms say they were read from. */
export type FormsIn = {
  readonly forms: readonly Form[]
  readonly from: string | null
  readonly notes: readonly string[]
}

type Given = { readonly path: string; readonly value: unknown }

/** More rows in one form are no form: the largest published has some hundred. */
const MOST_ROWS = 5000
/** So many mistakes are told, the rest is counted. */
const TOLD = 30

/** Throws `InputProblem` where there is no form, or mistakes in one; the message names the paths of all of them. */
export function formsIn(value: unknown, name: string): FormsIn {
  const given = [...candidates(value, '')]
  if (given.length === 0)
    throw new InputProblem(
      'no-form',
      `${name}：JSON 里没有绩效表，应为 hengji read --json 输出的 {"source", "forms"} 或一张表（字段见 docs/format）`,
    )
  const mistakes: string[] = []
  const unknown: string[] = []
  const forms = given.flatMap(({ path, value: one }) => {
    const read = formOf(one, path)
    if ('mistakes' in read) {
      for (const mistake of read.mistakes) mistakes.push(mistake)
      return []
    }
    for (const left of unknownIn(one, read.form, path)) unknown.push(left)
    return [read.form]
  })
  if (mistakes.length > 0) throw new InputProblem('not-readable', `${name}：JSON 不符合表的格式：${told(mistakes)}`)
  const notes = unknown.length > 0 ? [`JSON 里不认识的字段没有读入：${told(unknown, '、')}`] : []
  return { forms, from: sourceIn(value), notes }
}

const told = (all: readonly string[], between = '；'): string =>
  all.slice(0, TOLD).join(between) + (all.length > TOLD ? `${between}另有 ${all.length - TOLD} 处` : '')

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function* candidates(value: unknown, path: string): Generator<Given> {
  if (Array.isArray(value)) {
    for (const [i, one] of value.entries()) yield* candidates(one, `${path}[${i}]`)
  } else if (isRecord(value) && Array.isArray(value.forms)) {
    const forms: readonly unknown[] = value.forms
    for (const [i, one] of forms.entries()) yield { path: `${joined(path, 'forms')}[${i}]`, value: one }
  } else if (isRecord(value) && ('kind' in value || 'indicators' in value)) yield { path, value }
}

const joined = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`)

const sourceIn = (value: unknown): string | null =>
  isRecord(value) && typeof value.source === 'string' && value.source !== '' ? value.source : null

type Read = { readonly form: Form } | { readonly mistakes: readonly string[] }

function formOf(value: unknown, path: string): Read {
  const long = ['funds', 'tasks', 'indicators'].filter((table) => rowsIn(value, table) > MOST_ROWS)
  if (long.length > 0)
    return { mistakes: long.map((table) => `${joined(path, table)} 超过 ${MOST_ROWS} 行，请拆成几张表`) }
  const result = Form.safeParse(value, { error: inWords })
  if (!result.success)
    return { mistakes: result.error.issues.map((issue) => `${placed(path, issue)} ${issue.message}`) }
  const twice = keysTwice(result.data)
  return twice.length > 0 ? { mistakes: twice.map((at) => `${joined(path, at)} 与别的行相同`) } : { form: result.data }
}

const rowsIn = (value: unknown, table: string): number => {
  const rows = isRecord(value) ? value[table] : undefined
  return Array.isArray(rows) ? rows.length : 0
}

const placed = (path: string, issue: { readonly path: readonly PropertyKey[] }): string =>
  issue.path.reduce<string>(
    (at, step) => (typeof step === 'number' ? `${at}[${step}]` : joined(at, String(step))),
    path,
  ) || '整个文件'

/** A row's key tells it from all others. */
const keysTwice = (form: Form): readonly string[] =>
  (['tasks', 'indicators'] as const).flatMap((table) => {
    const seen = new Set<string>()
    return form[table].flatMap(({ key }, i) => {
      if (key === undefined) return []
      const again = seen.has(key)
      seen.add(key)
      return again ? [`${table}[${i}].key`] : []
    })
  })

const TYPES: Readonly<Record<string, string>> = {
  string: '文字（加引号）',
  number: '数',
  int: '整数',
  object: '对象 {…}',
  record: '对象 {…}',
  array: '列表 […]',
}
const { localeError } = zhCN()

/** What most mistakes are: a field left out, a number without quotes, an amount with separators. */
const inWords: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'invalid_type')
    return issue.input === undefined
      ? '没有填（没有内容的写 null）'
      : `应为${TYPES[issue.expected] ?? issue.expected}，现在是 ${shown(issue.input)}`
  if (issue.code === 'invalid_format' && issue.format === 'regex')
    return `应为文字形式的小数，如 "1234.50"，不带千分号和单位，现在是 ${shown(issue.input)}`
  if (issue.code === 'invalid_value')
    return `应为 ${issue.values.map(String).join('、')} 之一，现在是 ${shown(issue.input)}`
  return localeError(issue)
}

const SHOWN = 30
const shown = (value: unknown): string => {
  if (Array.isArray(value)) return '列表'
  if (isRecord(value)) return '对象'
  const text = JSON.stringify(value) ?? ''
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}

/** Paths of what was given and is no field of a form: a newer version's, or misspelt. */
function* unknownIn(given: unknown, form: unknown, path: string): Generator<string> {
  if (Array.isArray(given) && Array.isArray(form)) {
    for (const [i, one] of given.entries()) yield* unknownIn(one, form[i], `${path}[${i}]`)
  } else if (isRecord(given) && isRecord(form))
    for (const [name, one] of Object.entries(given)) {
      if (Object.hasOwn(form, name)) yield* unknownIn(one, form[name], joined(path, name))
      else yield joined(path, name)
    }
}
