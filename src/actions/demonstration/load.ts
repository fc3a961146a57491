import * as people from '../../store/people.ts'
import type { Context } from '../context.ts'
import { loadDocuments } from './load-documents.ts'
import { type Account, loadPeople, loadPlaces } from './load-places.ts'
import { loadProjects, loadWork } from './load-work.ts'

/**
 * The demonstration: the five documents, and the year's work of their real offices with an account for every role.
 * Answers the accounts with their passwords, this once; empty where the database already holds anything.
 */
export async function loadDemonstration(context: Context, folder: string): Promise<readonly Account[]> {
  const imported = await loadDocuments(context, folder)
  if (imported.length === 0 || !(await people.none(context.db))) return []
  const places = await loadPlaces(context)
  const accounts = await loadPeople(context, places)
  await loadProjects(context)
  await loadWork(context, places, accounts)
  return accounts
}
