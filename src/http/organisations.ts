import type { FastifyInstance } from 'fastify'
import { closeOrganisation } from '../actions/close-organisation.ts'
import type { Context } from '../actions/context.ts'
import { createOrganisation } from '../actions/create-organisation.ts'
import { getOrganisation } from '../actions/get-organisation.ts'
import { importOrganisations, organisationTemplate } from '../actions/import-organisations.ts'
import { listOrganisationProjects } from '../actions/list-organisation-projects.ts'
import { mergeOrganisations } from '../actions/merge-organisations.ts'
import { moveOrganisation } from '../actions/move-organisation.ts'
import { renameOrganisation } from '../actions/rename-organisation.ts'
import { listRoots, searchOrganisations } from '../actions/search-organisations.ts'
import { splitOrganisation } from '../actions/split-organisation.ts'
import { organisations } from '../api/organisations.ts'
import { serve } from './serve.ts'

export const organisationRoutes = (app: FastifyInstance, context: Context): void =>
  serve(app, organisations, context, {
    search: searchOrganisations,
    get: getOrganisation,
    roots: listRoots,
    create: createOrganisation,
    rename: renameOrganisation,
    move: moveOrganisation,
    merge: mergeOrganisations,
    split: splitOrganisation,
    projects: listOrganisationProjects,
    close: closeOrganisation,
    template: organisationTemplate,
    import: (given, { id, ...file }) => importOrganisations(given, { rootId: id, ...file }),
  })
