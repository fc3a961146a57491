// Reads a form with the layout it brings itself. Every field says how sure it is; what is not sure is left out and listed.
import type { Form, NotRead, Source } from '../../kernel/form/form.ts'
import { printedAt } from '../../kernel/form/path.ts'
import type { Column, Layout } from '../../kernel/layout/layout.ts'
import { readGrid } from '../grid-form.ts'
import { type Certainty, certaintyKey, isSure, weighed } from './certainty.ts'
import { withoutPaths } from './left-out.ts'
import type { Own } from './own-layout.ts'
import { unclaimed } from './unclaimed.ts'

export function readOwn(own: Own): Form {
  return judged(readGrid(own.grid, own.layout), own)
}

/** A form read with its own layout: without what is not sure, with how sure the rest is, and with what was not read. */
export function judged(found: Form, { grid, layout, drawnAs, certainty }: Own): Form {
  const { layout: _, ...read } = found
  const sure = weighed(read, certainty)
  const { form, leftOut } = onlySure(read, sure, columnsOf(layout))
  const notRead = [...leftOut, ...unclaimed(grid, read, layout)]
  const weighedForm: Form = { ...form, sources: withCertainty(form.sources ?? {}, sure) }
  const drawn = drawnAs === null ? weighedForm : { ...weighedForm, layout: drawnAs }
  return notRead.length === 0 ? drawn : { ...drawn, notRead }
}

const columnsOf = ({ sections }: Layout): readonly Column[] =>
  sections.flatMap((section) => (section.kind === 'funds' || section.kind === 'indicators' ? section.columns : []))

/** Fields of no label known to be sure stand where they can only stand. */
const USUAL = 0.9

function withCertainty(sources: Readonly<Record<string, Source>>, sure: Certainty): Record<string, Source> {
  const entries = Object.entries(sources).map(([path, source]): [string, Source] => {
    const certainty = sure.get(certaintyKey(path)) ?? USUAL
    return [path, { ...source, certainty: Math.min(certainty, source.certainty ?? 1) }]
  })
  return Object.fromEntries(entries)
}

/** A longer list nobody reads. */
const MOST_LISTED = 200

function onlySure(form: Form, sure: Certainty, columns: readonly Column[]) {
  const unsure = Object.keys(form.sources ?? {}).filter((path) => !isSure(sure.get(certaintyKey(path))))
  const labelOf = (path: string): string | null =>
    columns.find(({ at }) => at === path.split('.').at(-1))?.label ?? null
  const leftOut = unsure.slice(0, MOST_LISTED).map((path): NotRead => {
    const { certainty: _, ...source } = form.sources?.[path] ?? { text: printedAt(form, path) ?? '' }
    return { ...source, label: labelOf(path), why: '内容与栏目名称不符，无法确定是什么，未读入' }
  })
  return { form: unsure.length === 0 ? form : withoutPaths(form, unsure), leftOut }
}
