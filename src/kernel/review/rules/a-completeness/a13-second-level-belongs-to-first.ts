import { evaluation } from '../../basis.ts'
import { everyKind, projectForms } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { departmentForm, indicator, selfEvaluation, withIndicators } from '../../sample.ts'
import { aspectOf, BENEFIT, dimensionOf, homesOf, SATISFACTION } from '../../taxonomy.ts'

const filed = (...rows: readonly [string | null, string | null][]) =>
  withIndicators(selfEvaluation(), ...rows.map(([dimension, aspect]) => ({ dimension, aspect })))

export const secondLevelBelongsToFirst = reviewRule({
  id: 'A13',
  title: '一级、二级指标名称规范，二级指标属于所在的一级指标',
  severity: 'error',
  basis: evaluation,
  fix: '按规定的指标分类改正一级或二级指标。',
  kinds: everyKind,
  messages: {
    dimension: '一级指标“{dimension}”不在规定的分类中（{known}）。',
    aspect: '二级指标“{aspect}”不在规定的分类中；“{dimension}”下有 {known}。',
    misplaced: '二级指标“{aspect}”属于{home}，不属于“{dimension}”。',
  },
  *check({ form, profile }, { say }) {
    const said = new Set<string>()
    for (const [index, { dimension, aspect }] of form.indicators.entries()) {
      const key = `${dimension}/${aspect}`
      // Departments are evaluated by their own first levels (履职效能, 管理效率 …), which places keep changing.
      const strict = projectForms.includes(form.kind)
      if (dimension === null || said.has(key)) continue
      said.add(key)
      const first = dimensionOf(profile, dimension)
      if (!first) {
        if (!strict || said.has(dimension)) continue
        said.add(dimension)
        const known = profile.dimensions.map(({ name }) => name).join('、')
        yield say({ path: `indicators[${index}].dimension`, expected: known }, 'dimension', { dimension, known })
        continue
      }
      if (aspect === null) continue
      const where = `indicators[${index}].aspect`
      const second = aspectOf(profile, aspect)
      if (second === undefined) {
        // 满意度指标 names the people asked: 读者, 受益农户.
        if (!strict || first.name === SATISFACTION) continue
        const known = first.aspects.map(({ name }) => name).join('、')
        yield say({ path: where, expected: known }, 'aspect', { aspect, dimension, known })
        continue
      }
      const homes = homesOf(profile, second).map(({ name }) => name)
      if (homes.includes(first.name) || atHome(first.name, second)) continue
      yield say({ path: where, expected: homes.join('、') }, 'misplaced', { aspect, dimension, home: homes.join('、') })
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      { form: filed(['效果指标', '社会效益'], ['满意度指标', '服务对象满意度'], ['效益', '可持续影响']), from: '003' },
      { form: filed(['成本指标', '成本指标'], ['满意度指标', '受训学员满意度指标'], ['满意度指标', '满意度指标']) },
      {
        form: filed(['产出指标(50分)', '数量指标'], ['二、效益指标', '社会效益指标'], ['满意度指标', '读者']),
        from: '湖北公开表',
      },
      { form: departmentForm({ indicators: [indicator({ dimension: '履职效能', aspect: '产出完成情况' })] }) },
      { form: filed([null, null], ['产出指标', null]) },
    ],
    fails: [
      [{ form: filed(['产出指标', '经济成本指标']), from: '四川公开表' }, 'misplaced', 'indicators[0].aspect'],
      [{ form: filed(['产出指标', '社会效益指标']) }, 'misplaced', 'indicators[0].aspect'],
      [{ form: filed(['产出指标', '数量指标'], ['产出指标', '规模指标']) }, 'aspect', 'indicators[1].aspect'],
      [{ form: filed(['收到差评处理时限', null]), from: '001' }, 'dimension', 'indicators[0].dimension'],
    ],
  }),
})

/** 成本指标 as the only second level of the first level 成本指标, 满意度 as a second level of 效益指标: both are in use. */
function atHome(first: string, second: string): boolean {
  return first === second || (first === BENEFIT && second.includes('满意度'))
}
