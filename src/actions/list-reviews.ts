import type { ReviewView } from '../api/reviews.ts'
import { grades, outcomes } from '../kernel/lifecycle/four-aspects.ts'
import { isState, states } from '../kernel/lifecycle/state.ts'
import * as reviews from '../store/reviews.ts'
import type { Context } from './context.ts'
import { openFiling } from './open-filing.ts'

/** Every review sheet of a filing, the newest version first. */
export async function listReviews(context: Context, { filingId }: { filingId: string }): Promise<ReviewView[]> {
  const { filing } = await openFiling(context, filingId)
  return (await reviews.list(context.db, filing.id)).map(reviewView)
}

/** With what follows from its grade. */
export function reviewView({ version, step, by, at, marks, points, grade, opinion }: reviews.Review): ReviewView {
  const known = grades.find((one) => one === grade)
  const follows = known && outcomes[known]
  return {
    version,
    step,
    stepTitle: isState(step) ? states[step] : step,
    by,
    at: at.toISOString(),
    marks,
    points,
    grade,
    outcome: follows?.outcome ?? null,
    says: follows?.says ?? null,
    opinion,
  }
}
