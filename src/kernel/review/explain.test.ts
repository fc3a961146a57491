import { expect, it } from 'vitest'
import { type Cells, rowOf, selfEvaluation, totalRow } from '../scoring/example-row.ts'
import { checkForm } from './check.ts'
import { type Branch, derivationTree, gradeTold, scoreTold, totalTold } from './explain.ts'

const met: Cells = { name: '培训', target: '≥2(次)', actual: '2(次)', weight: '60', score: '60' }
const half: Cells = { name: '宣传', target: '≥2(次)', actual: '1(次)', weight: '30', score: '30' }
const told = (rows: readonly Cells[], dimensions: readonly string[]) => {
  const indicators = rows.map((cells, i) => ({ ...rowOf(cells), dimension: dimensions[i] ?? null }))
  const form = selfEvaluation(indicators, { funds: [totalRow('10', '10')], totals: { weight: '100', score: '100' } })
  const check = checkForm(form)
  return { form, check, tree: derivationTree({ form, check }) }
}
const all = (branches: readonly Branch[]): readonly Branch[] =>
  branches.flatMap((branch) => [branch, ...all(branch.parts)])

it('a grade rests on the total, the total on the money spent and on every indicator under its first level', () => {
  const { tree } = told([met, half], ['产出指标', '效益 指标'])
  const shape = (branch: Branch): unknown => [branch.title, branch.parts.map(shape)]
  expect(tree.map(shape)).toEqual([
    [
      '等级：填报 —，复算 良',
      [
        [
          '总分：填报 100，复算 85',
          [
            [expect.stringContaining('得分'), [[expect.stringContaining('执行率'), []]]],
            ['产出指标：1 项，得分之和 60', [[expect.stringContaining('培训'), []]]],
            ['效益指标：1 项，得分之和 15', [[expect.stringContaining('宣传'), []]]],
          ],
        ],
      ],
    ],
  ])
})

it('every number of the tree is told as it is told alone', () => {
  const { form, check, tree } = told([met, half], ['产出指标', '产出指标'])
  const alone = [totalTold(check.total), gradeTold(check.grade), ...check.scores.map((score) => scoreTold(form, score))]
  const byPath = new Map(alone.map((one) => [one.path, one]))
  const inTree = all(tree).filter(({ path }) => path !== '')
  expect(inTree).toHaveLength(alone.length)
  for (const { path, title, steps } of inTree) expect({ path, title, steps }).toEqual(byPath.get(path))
})

it('a group with a score that is missing says so; a form without scores has no tree', () => {
  const { tree } = told([met, { name: '环境', target: '提升', actual: null, weight: '30' }], ['产出指标', '产出指标'])
  expect(all(tree).map(({ title }) => title)).toContain('产出指标：2 项，缺少 1 项得分')
  expect(derivationTree({ form: told([], []).form, check: { scores: [], total: none, grade: none } })).toEqual([])
})

const none = { printed: null, computed: null, derivation: [] }
