// The indicator table of a glued form: groups by their labels, rows by what their points must add up to.
import { type Cut, type Reading, readingsOf } from './glued-cells.ts'

type Group = {
  readonly dimension: Span | null
  readonly aspect: Span | null
  readonly from: number
  readonly to: number
}
type Span = { readonly from: number; readonly to: number }
export type GluedRow = { readonly dimension: Span | null; readonly aspect: Span | null; readonly cells: readonly Cut[] }

const DIMENSION = '(?:产出|效益|效果|满意度|成本)指标(?:\\(\\d{1,3}分?\\))?'
const ASPECT =
  '(?:数量|质量|时效|经济成本|社会成本|生态环境成本|生态成本|成本|经济效益|社会效益|生态效益|生态环境效益|' +
  '可持续影响|可持续发展|服务对象满意度|社会公众满意度|受益对象满意度|满意度)指标(?:\\(\\d{1,3}分?\\))?'
const LABELS = new RegExp(`(${DIMENSION}(?=${ASPECT}))|(${ASPECT})`, 'g')

/** Rows from the text between two places; `unread` are groups whose text has no certain reading. */
export function gluedIndicators(
  text: string,
  from: number,
  to: number,
  columns: readonly string[],
): { readonly rows: readonly GluedRow[]; readonly unread: readonly Span[] } {
  const groups = groupsIn(text, from, to)
  const own = columns.filter((at) => at !== 'dimension' && at !== 'aspect')
  const choices = groups.map((group) => readingsOf(text.slice(group.from, group.to), own))
  const rows: GluedRow[] = []
  const unread: Span[] = []
  for (const [dimension, members] of Map.groupBy(groups.keys(), (i) => groups[i]?.dimension?.from)) {
    void dimension
    const chosen = choose(
      members.map((i) => choices[i] ?? []),
      pointsOf(text, groups[members[0] ?? 0]?.dimension ?? null),
    )
    members.forEach((i, k) => {
      const group = groups[i]
      const reading = chosen[k]
      if (group === undefined) return
      if (reading === undefined) unread.push(group)
      for (const row of reading?.rows ?? []) rows.push({ ...group, cells: row.map((cut) => moved(cut, group.from)) })
    })
  }
  return { rows, unread }
}

const moved = (cut: Cut, by: number): Cut => ({ ...cut, from: cut.from + by, to: cut.to + by })

function groupsIn(text: string, from: number, to: number): readonly Group[] {
  const groups: Group[] = []
  let dimension: Span | null = null
  for (const match of text.slice(from, to).matchAll(LABELS)) {
    const span = { from: from + match.index, to: from + match.index + match[0].length }
    const last = groups.at(-1)
    if (last !== undefined && last.to > span.from) groups[groups.length - 1] = { ...last, to: span.from }
    if (match[1] !== undefined) dimension = span
    else groups.push({ dimension, aspect: span, from: span.to, to })
  }
  return groups
}

/** 产出指标(60分): the weights of the group add up to 60, in hundredths. */
function pointsOf(text: string, dimension: Span | null): number | null {
  const points = dimension === null ? null : /\((\d{1,3})分?\)/.exec(text.slice(dimension.from, dimension.to))?.[1]
  return points === null || points === undefined ? null : Number(points) * 100
}

const BEAM = 200

type Choice = { readonly chosen: readonly (Reading | undefined)[]; readonly cost: number; readonly weight: number }

/** One reading a group, the cheapest whose weights add up; where none does, the cheapest of all. */
function choose(groups: readonly (readonly Reading[])[], points: number | null): readonly (Reading | undefined)[] {
  let beam: readonly Choice[] = [{ chosen: [], cost: 0, weight: 0 }]
  for (const readings of groups) {
    const options: readonly (Reading | undefined)[] = readings.length > 0 ? readings : [undefined]
    beam = beam
      .flatMap((so) =>
        options.map((reading) => ({
          chosen: [...so.chosen, reading],
          cost: so.cost + (reading?.cost ?? 0),
          weight: so.weight + (reading?.weight ?? 0),
        })),
      )
      .sort((a, b) => a.cost - b.cost)
      .slice(0, BEAM)
  }
  return (beam.find(({ weight }) => weight === points) ?? beam[0])?.chosen ?? []
}
