// Which kinds of form a task can ask for: a target is declared, what reports on it is monitored or evaluated.
import type { FormKind } from '../form/form.ts'
import { setsTargets, type TaskKind } from './state.ts'

const asks: Readonly<Record<FormKind, 'target' | 'monitoring' | 'self-evaluation'>> = {
  'project-target-declaration': 'target',
  'project-target': 'target',
  'project-monitoring': 'monitoring',
  'project-self-evaluation': 'self-evaluation',
  'department-target': 'target',
  'department-self-evaluation': 'self-evaluation',
  'transfer-target': 'target',
  'transfer-self-evaluation': 'self-evaluation',
}

/** Whether a task of this kind can ask for this form: an adjustment changes a target, so it asks for that. */
export const fitsTask = (task: TaskKind, form: FormKind): boolean =>
  asks[form] === (setsTargets(task) ? 'target' : task)
