import type { FastifyInstance } from 'fastify'
import { addComment, reopenComment, resolveComment } from '../actions/add-comment.ts'
import { askToSign, assignFiling, delegateFiling, signFiling } from '../actions/assign-filing.ts'
import type { Context } from '../actions/context.ts'
import { createFiling, createFilingFromDocument } from '../actions/create-filing.ts'
import { lastYearOf, similarIndicators } from '../actions/find-precedents.ts'
import { getFiling } from '../actions/get-filing.ts'
import { listColleagues } from '../actions/list-colleagues.ts'
import { listComments } from '../actions/list-comments.ts'
import { listFilings, tallyFilings } from '../actions/list-filings.ts'
import { listReviews } from '../actions/list-reviews.ts'
import { compareVersions, getVersion, listVersions } from '../actions/list-versions.ts'
import * as moves from '../actions/move-filing.ts'
import type { FormReader } from '../actions/read-forms.ts'
import type { ReadingPool } from '../actions/reading-pool.ts'
import { rebaseFiling } from '../actions/rebase-filing.ts'
import { saveFiling } from '../actions/save-filing.ts'
import { saveReview } from '../actions/save-review.ts'
import { comments } from '../api/comments.ts'
import { filings } from '../api/filings.ts'
import { reviews } from '../api/reviews.ts'
import { versions } from '../api/versions.ts'
import { serve } from './serve.ts'
import { workbookRoutes } from './workbooks.ts'

export function filingRoutes(app: FastifyInstance, context: Context, pool: ReadingPool): void {
  // Files from outside are read in a thread that can be stopped.
  const read: FormReader = async (input) => (await pool.check(input)).forms.map(({ form }) => form)
  serve(app, filings, context, {
    list: listFilings,
    tally: tallyFilings,
    colleagues: listColleagues,
    get: getFiling,
    lastYear: lastYearOf,
    similar: similarIndicators,
    create: createFiling,
    createFromDocument: (given, input) => createFilingFromDocument(given, input, read),
    save: saveFiling,
    submit: moves.submitFiling,
    withdraw: moves.withdrawFiling,
    accept: moves.acceptFiling,
    release: moves.releaseFiling,
    approve: moves.approveFiling,
    sendBack: moves.sendBackFiling,
    askToSign,
    sign: signFiling,
    delegate: delegateFiling,
    remind: moves.remindFiling,
    assign: assignFiling,
    adjust: moves.adjustFiling,
    reopen: moves.reopenFiling,
    abandon: moves.abandonFiling,
    discard: moves.discardFiling,
    rebase: rebaseFiling,
    publish: moves.publishFiling,
    retract: moves.retractFiling,
  })
  serve(app, comments, context, {
    list: listComments,
    add: addComment,
    resolve: resolveComment,
    reopen: reopenComment,
  })
  serve(app, reviews, context, { list: listReviews, save: saveReview })
  serve(app, versions, context, { list: listVersions, get: getVersion, difference: compareVersions })
  workbookRoutes(app, context, read)
}
