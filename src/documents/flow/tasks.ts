// 年度主要任务 in running text: a task begins on a line of its own, its cells are set apart by blanks.
import type { Task } from '../../kernel/form/form.ts'
import type { Column } from '../../kernel/layout/layout.ts'
import type { Atom } from './atoms.ts'
import { doubt, type Notes, readText } from './field.ts'

/** No name of a task is longer, and none holds the marks of a sentence. */
const LONGEST_NAME = 30
const SENTENCE = /[，。；！]/

type Field = 'name' | 'plan' | 'content' | 'completion'
const isField = (at: string): at is Field => ['name', 'plan', 'content', 'completion'].includes(at)

/** The tasks under the printed columns. A line that begins none goes on with the last cell of the one above. */
export function readTasks(notes: Notes, atoms: readonly Atom[], columns: readonly Column[]): Task[] {
  const rows: Atom[][][] = []
  const lost: Atom[] = []
  for (const line of linesOf(atoms)) {
    if (beginsTask(line, columns)) rows.push(line.map((atom) => [atom]))
    else if (rows.length > 0)
      rows
        .at(-1)
        ?.at(-1)
        ?.push(...line)
    else lost.push(...line)
  }
  if (lost.length > 0) doubt(notes, 'tasks', `“${lost[0]?.text ?? ''}”等文字不知属于哪一项任务，没有读入。`, lost[0])
  return rows.map((cells, row) => {
    const task: Task = { name: null, plan: null, content: null, completion: null }
    for (const [i, { at }] of columns.entries())
      if (isField(at)) task[at] = readText(notes, `tasks[${row}].${at}`, cells[i] ?? [])
    return task
  })
}

function linesOf(atoms: readonly Atom[]): readonly (readonly Atom[])[] {
  const lines: Atom[][] = []
  for (const atom of atoms) {
    if (lines.at(-1)?.[0]?.line === atom.line) lines.at(-1)?.push(atom)
    else lines.push([atom])
  }
  return lines
}

/** One piece for every column, a name first. */
function beginsTask(line: readonly Atom[], columns: readonly Column[]): boolean {
  const first = line[0]?.text ?? ''
  return line.length === columns.length && first.length <= LONGEST_NAME && !SENTENCE.test(first)
}
