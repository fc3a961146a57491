// Kinds of form that rules are made for.
import type { FormKind } from '../form/form.ts'

export const projectEvaluations: readonly FormKind[] = ['project-self-evaluation', 'transfer-self-evaluation']
export const evaluations: readonly FormKind[] = [...projectEvaluations, 'department-self-evaluation']
export const projectTargets: readonly FormKind[] = ['project-target-declaration', 'project-target', 'transfer-target']
export const targetForms: readonly FormKind[] = [...projectTargets, 'department-target']
/** Forms about one project. */
export const projectForms: readonly FormKind[] = [...projectTargets, ...projectEvaluations, 'project-monitoring']
export const everyKind: readonly FormKind[] = [...targetForms, ...evaluations, 'project-monitoring']
