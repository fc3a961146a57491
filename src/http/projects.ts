import type { FastifyInstance } from 'fastify'
import type { Context } from '../actions/context.ts'
import { importProjects } from '../actions/import-projects.ts'
import { getProject, listProjects } from '../actions/list-projects.ts'
import { closeProject, createProject, reopenProject, saveProject } from '../actions/save-project.ts'
import { projects } from '../api/projects.ts'
import { serve } from './serve.ts'

export const projectRoutes = (app: FastifyInstance, context: Context): void =>
  serve(app, projects, context, {
    list: listProjects,
    get: getProject,
    create: createProject,
    save: saveProject,
    close: closeProject,
    reopen: reopenProject,
    import: importProjects,
  })
