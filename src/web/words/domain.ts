// Roles, kinds of form and of organisation: Chinese is the kernel's own, English is for the shell alone.
import type { FormKind } from '../../kernel/form/form.ts'
import { kindLabel } from '../../kernel/form/kind-label.ts'
import { type OrganisationKind, organisationKinds } from '../../kernel/organisation/organisation.ts'
import { type Role, roles } from '../../kernel/policy/roles.ts'
import { vocabulary } from '../words.ts'

const englishRoles: Readonly<Record<Role, string>> = {
  preparer: 'Preparer',
  'unit-reviewer': 'Unit reviewer',
  'department-reviewer': 'Department reviewer',
  'finance-reviewer': 'Finance reviewer',
  'performance-office': 'Performance office',
  evaluator: 'Outside evaluator',
  'system-administrator': 'System administrator',
  'security-administrator': 'Security administrator',
  'audit-administrator': 'Audit administrator',
}

const englishFormKinds: Readonly<Record<FormKind, string>> = {
  'project-target-declaration': 'Project target declaration',
  'project-target': 'Project target',
  'project-monitoring': 'Project monitoring',
  'project-self-evaluation': 'Project self-evaluation',
  'department-target': 'Department target',
  'department-self-evaluation': 'Department self-evaluation',
  'transfer-target': 'Transfer payment target',
  'transfer-self-evaluation': 'Transfer payment self-evaluation',
}

const englishOrganisationKinds: Readonly<Record<OrganisationKind, string>> = {
  region: 'Region',
  finance: 'Finance bureau',
  department: 'Department',
  unit: 'Budget unit',
  office: 'Office within',
}

const zh = {
  role: (role: Role): string => roles[role],
  formKind: (kind: FormKind): string => kindLabel[kind],
  organisationKind: (kind: OrganisationKind): string => organisationKinds[kind],
}

const en: typeof zh = {
  role: (role) => englishRoles[role],
  formKind: (kind) => englishFormKinds[kind],
  organisationKind: (kind) => englishOrganisationKinds[kind],
}

export const useDomainWords = vocabulary(zh, en)
export type DomainWords = typeof zh
