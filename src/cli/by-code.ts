// People name organisations by their code on the command line.
import type { Context } from '../actions/context.ts'
import { searchOrganisations } from '../actions/search-organisations.ts'
import type { FoundOrganisation } from '../api/organisations.ts'
import { InputProblem } from '../documents/input-problem.ts'

/** The organisation with this code; where several have it, by `code@NAME OF ONE ABOVE`. */
export async function organisationByCode(context: Context, given: string): Promise<FoundOrganisation> {
  const [code = '', above] = given.split('@')
  const found = (await searchOrganisations(context, { text: code, limit: 200 })).filter(
    (one) => one.code === code && (above === undefined || one.above.includes(above)),
  )
  const [one] = found
  if (!one) throw new InputProblem('not-found', `没有代码为“${given}”的机构。运行 npx hengji organisation list 查找。`)
  if (found.length > 1)
    throw new InputProblem(
      'not-found',
      `有${found.length}个代码为“${code}”的机构，请写成 ${code}@上级名称，如 ${code}@${one.above.at(-1) ?? ''}。`,
    )
  return one
}
