// The head of a filing's form, as the registry of organisations and projects has it.
import type { Head } from '../kernel/lifecycle/new-form.ts'
import type { Filing } from '../store/filings.ts'

type Registered = Pick<Filing, 'fiscalYear' | 'region' | 'organisation' | 'above' | 'formKind' | 'project'>

export function headOf({ fiscalYear, region, organisation, above, formKind, project }: Registered): Head {
  const overall = formKind.startsWith('department-')
  const department =
    organisation.kind === 'department' ? organisation : above.findLast(({ kind }) => kind === 'department')
  return {
    year: fiscalYear,
    region,
    department: department ?? null,
    unit: overall && organisation.kind === 'department' ? null : organisation,
    project: overall || project === null ? null : { ...project, start: project.startsOn, end: project.endsOn },
  }
}
