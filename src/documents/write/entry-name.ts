// What a form is called in contents and bookmarks.
import type { Printout } from './printout.ts'

/** The title where it names the project, else the project, the unit, or the title after all. */
export function entryName({ form, title }: Pick<Printout, 'form' | 'title'>): string {
  const project = form.project?.name ?? null
  if (project !== null && title.includes(project)) return title
  return project ?? form.unit?.name ?? form.department?.name ?? title
}
