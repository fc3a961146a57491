// What the policy matrix asks about: one of everything the system keeps, at an organisation.
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { addComment } from '../actions/add-comment.ts'
import type { Context } from '../actions/context.ts'
import { createFiling } from '../actions/create-filing.ts'
import { addEvidence } from '../actions/evidence.ts'
import type { FileStore } from '../actions/file-store.ts'
import { importDocument } from '../actions/import-document.ts'
import { openCycle } from '../actions/open-cycle.ts'
import { openTask } from '../actions/open-task.ts'
import { createProject } from '../actions/save-project.ts'
import type { There } from './policy-cases.test-kit.ts'
import { makePerson } from './server.test-kit.ts'

type Placed = { readonly id: string; readonly path: string }

/** A task of declaration for an organisation and all below it. */
export async function filingTaskOf(context: Context, { id }: Placed): Promise<string> {
  const cycle = await openCycle(context, cycleOf(id, '填报'))
  return (await openTask(context, taskOf(cycle.id, id))).id
}
const cycleOf = (organisationId: string, name: string) => ({
  organisationId,
  fiscalYear: 2024,
  name,
  profile: 'national@2020',
})
const taskOf = (cycleId: string, organisation: string) => ({
  cycleId,
  kind: 'declaration' as const,
  title: '目标申报',
  layout: 'national-target',
  opensOn: '2024-01-02',
  dueOn: '2024-12-31',
  closesOn: null,
  organisations: [organisation],
  below: ['department' as const, 'unit' as const],
})

/** One of everything, standing at an organisation. */
export async function standing(
  context: Context,
  files: FileStore,
  name: string,
  { id, path }: Placed,
  filingTask: string,
): Promise<There> {
  const person = await makePerson(context, `at-${name}`, { id, path })
  const project = await createProject(context, {
    organisationId: id,
    name: `${name}项目`,
    code: '',
    nature: null,
    category: null,
    startsOn: null,
    endsOn: null,
    funds: [],
  })
  const cycle = await openCycle(context, cycleOf(id, '矩阵'))
  const task = await openTask(context, taskOf(cycle.id, id))
  const start = { taskId: filingTask, organisationId: id, projectId: project.id, from: 'empty' as const }
  const filing = await createFiling(context, start)
  const bytes = Buffer.from(readFileSync('demo/003.txt', 'utf8').replaceAll('韶关', `${name}关`))
  const { documentId: document } = await importDocument(context, { bytes, name: `${name}.txt` })
  await sql`update form set organisation_id = ${id} where id in
    (select form_id from document_form where document_id = ${document})`.execute(context.db)
  const found = await context.db
    .selectFrom('document_form')
    .select('form_id')
    .where('document_id', '=', document)
    .executeTakeFirstOrThrow()
  const comment = await addComment(context, {
    filingId: filing.id,
    version: 1,
    path: null,
    text: '请核对。',
    answerTo: null,
  })
  const proof = { filingId: filing.id, name: '材料.txt', kind: 'other', bytes: Buffer.from(name) }
  const evidence = await addEvidence(context, files, proof)
  const content = await context.db
    .selectFrom('form_version as v')
    .innerJoin('filing as f', 'f.form_id', 'v.form_id')
    .select('v.form')
    .where('f.id', '=', filing.id)
    .executeTakeFirstOrThrow()
  return {
    id,
    path,
    person,
    project: project.id,
    cycle: cycle.id,
    task: task.id,
    filing: filing.id,
    filingTask,
    form: found.form_id,
    comment: comment.id,
    evidence: evidence.id,
    content: content.form,
    document,
    newGrant: async () => {
      const grant = context.newId()
      await context.db
        .updateTable('role_grant')
        .set({ revoked_at: context.now(), revoked_by: '测试' })
        .where('person_id', '=', person)
        .where('revoked_at', 'is', null)
        .execute()
      await context.db
        .insertInto('role_grant')
        .values({
          id: grant,
          person_id: person,
          role: 'preparer',
          organisation_id: id,
          granted_at: context.now(),
          granted_by: '测试',
        })
        .execute()
      return grant
    },
  }
}
