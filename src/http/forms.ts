import type { FastifyInstance } from 'fastify'
import type { Context } from '../actions/context.ts'
import { downloadForm } from '../actions/download-form.ts'
import { getForm } from '../actions/get-form.ts'
import { listForms } from '../actions/list-forms.ts'
import { publishForm, retractForm } from '../actions/publish-form.ts'
import { forms } from '../api/forms.ts'
import { serve } from './serve.ts'
import { serveFile } from './serve-file.ts'

export function formRoutes(app: FastifyInstance, context: Context): void {
  const { download, ...answers } = forms
  serve(app, answers, context, { list: listForms, get: getForm, publish: publishForm, retract: retractForm })
  serveFile(app, download, context, downloadForm)
}
