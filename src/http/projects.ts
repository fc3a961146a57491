import type { FastifyInstance } from 'fastify'
import type { Context } from '../actions/context.ts'
import { getProjectHistory } from '../actions/get-project-history.ts'
import { importProjects } from '../actions/import-projects.ts'
import { getProject, listProjects } from '../actions/list-projects.ts'
import { closeProject, createProject, reopenProject, saveProject } from '../actions/save-project.ts'
import { projectHistory } from '../api/project-history.ts'
import { projects } from '../api/projects.ts'
import { serve } from './serve.ts'

export function projectRoutes(app: FastifyInstance, context: Context): void {
  serve(app, projectHistory, context, { get: getProjectHistory })
  serve(app, projects, context, {
    list: listProjects,
    get: getProject,
    create: createProject,
    save: saveProject,
    close: closeProject,
    reopen: reopenProject,
    import: importProjects,
  })
}
