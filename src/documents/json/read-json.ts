// The form JSON that `read --json` prints, read back in: the forms as they stand, every mistake with its path.
import type { Form } from '../../kernel/form/form.ts'
import { decode } from '../decode.ts'
import { InputProblem } from '../input-problem.ts'
import { linesOf } from '../lines.ts'
import type { Line } from '../source-text.ts'
import { formsIn } from './forms-in.ts'
import { mistakeAt } from './mistake-at.ts'

/** `lines` are those the forms' sources point to; of a file whose forms say no sources, its own. */
export type JsonDocument = {
  readonly forms: readonly Form[]
  readonly lines: readonly Line[]
  readonly notes: readonly string[]
}

/** Throws `InputProblem` for what is no JSON, no form, or a form with mistakes; the message names every one of them. */
export function readJson(bytes: Uint8Array, name: string): JsonDocument {
  const { text, notes } = decode(bytes, name)
  const { forms, from, notes: own } = formsIn(parsed(text, name), name)
  const told = toldLines(forms)
  const places = `表里的出处（sources）说的是${from === null ? '读出它的原文件' : `“${from}”`}里的位置`
  return told.length > 0
    ? { forms, lines: told, notes: [...notes, ...own, places] }
    : { forms, lines: linesOf(text), notes: [...notes, ...own] }
}

function parsed(given: string, name: string): unknown {
  const text = given.replace(/^\uFEFF/, '')
  try {
    return JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const before = text.slice(0, mistakeAt(text)).split('\n')
    const place = `第${before.length}行第${(before.at(-1)?.length ?? 0) + 1}个字符处`
    throw new InputProblem('not-readable', `${name}：JSON ${place}写错或不完整，请检查后再试`)
  }
}

/** The lines of the file the forms were first read from, as far as their sources tell: texts that stood on one line beside each other. */
function toldLines(forms: readonly Form[]): readonly Line[] {
  const lines = new Map<number, Set<string>>()
  for (const { sources = {} } of forms)
    for (const { line, text } of Object.values(sources)) {
      if (line === undefined) continue
      const texts = lines.get(line) ?? new Set()
      lines.set(line, texts.add(text))
    }
  return [...lines]
    .sort(([a], [b]) => a - b)
    .map(([line, texts]) => ({ line, text: [...texts].join('\t').replaceAll('\n', ' ') }))
}
