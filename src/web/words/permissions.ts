// What a permission lets one do: Chinese is the policy's own, English is for the shell alone.
import { type Permission, policy } from '../../kernel/policy/policy.ts'
import { vocabulary } from '../words.ts'

const english: Readonly<Record<Permission, string>> = {
  'service.read': 'See the state of the service and what is public about it',
  'document.check': 'Check files quickly',
  'session.open': 'Sign in',
  'session.own': 'Manage one’s own sign-ins and password',
  'form.read': 'See forms',
  'publication.read': 'See published forms',
  'form.compile': 'Compile forms',
  'form.import': 'Import forms',
  'organisation.read': 'See organisations',
  'organisation.write': 'Maintain organisations',
  'person.read': 'See people and roles',
  'person.write': 'Maintain accounts',
  'security.read': 'See the rules of signing in and passwords',
  'security.write': 'Set the rules of signing in and passwords',
  'grant.write': 'Grant and revoke roles',
  'cycle.read': 'See years and tasks',
  'cycle.write': 'Open years and tasks',
  'project.read': 'See projects',
  'project.write': 'Maintain projects',
  'filing.read': 'See filings',
  'filing.edit': 'Fill in, submit and withdraw',
  'filing.unit-review': 'Review for the unit',
  'filing.department-review': 'Review for the department',
  'filing.finance-review': 'Review for the finance bureau',
  'filing.manage': 'Remind, reopen and review last',
  'filing.publish': 'Publish',
  'filing.opine': 'Countersign and evaluate',
  'evidence.read': 'See evidence',
  'evidence.write': 'Upload evidence',
  'audit.read': 'Read the audit',
  'system.read': 'See the state of the system and its jobs',
  'system.write': 'Back up and maintain the system',
}

const zh = { permission: (name: Permission): string => policy[name].title }
const en: typeof zh = { permission: (name) => english[name] }

export const usePermissionWords = vocabulary(zh, en)
