import type { FastifyInstance } from 'fastify'
import { closeTask, extendTask, openTaskFor, reopenTask } from '../actions/change-task.ts'
import { closeCycle, reopenCycle } from '../actions/close-cycle.ts'
import type { Context } from '../actions/context.ts'
import { getTask } from '../actions/get-task.ts'
import { getCycle, listCycles } from '../actions/list-cycles.ts'
import { openCycle } from '../actions/open-cycle.ts'
import { openTask } from '../actions/open-task.ts'
import { cycles } from '../api/cycles.ts'
import { tasks } from '../api/tasks.ts'
import { serve } from './serve.ts'

export function cycleRoutes(app: FastifyInstance, context: Context): void {
  serve(app, cycles, context, {
    list: listCycles,
    get: getCycle,
    open: openCycle,
    close: closeCycle,
    reopen: reopenCycle,
  })
  serve(app, tasks, context, {
    get: getTask,
    open: openTask,
    openFor: openTaskFor,
    extend: extendTask,
    close: closeTask,
    reopen: reopenTask,
  })
}
