import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as documents from '../../store/documents.ts'
import type { Context } from '../context.ts'
import { type Imported, importDocument } from '../import-document.ts'

/** Imports the demonstration documents into a database that holds none yet; answers what was imported. */
export async function loadDocuments(context: Context, folder: string): Promise<readonly Imported[]> {
  if ((await documents.list(context.db, { limit: 1 })).length > 0) return []
  const names = (await readdir(folder)).filter((file) => file.endsWith('.txt')).sort()
  const imported: Imported[] = []
  for (const name of names)
    imported.push(await importDocument(context, { bytes: await readFile(join(folder, name)), name, published: true }))
  return imported
}
