// C01: the third level names what is measured; it does not repeat the name of its category.
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { categoryNames } from '../../lexicon.ts'
import { type ReviewInput, reviewRule } from '../../review-rule.ts'
import { coreName, type Row, rowsOf, stem } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'

/** 服务对象满意度 says who is asked and what; only with 指标 behind it is it the category. */
const isCategory = (name: string): boolean =>
  categoryNames.has(stem(coreName(name))) && (!/满意度$/.test(name) || name.length <= 3)

/** Counted from 1, as people count rows. */
const rowNumber = ({ path }: Row): number => Number(/\d+/.exec(path)?.[0]) + 1

const repeatsItsOwn = ({ it, name }: Row): boolean => /指标$/.test(name) && stem(name) === stem(it.aspect)

export const nameIsNoCategory = reviewRule({
  id: 'C01',
  title: '三级指标名称不是类别名或泛称',
  severity: 'error',
  basis: coreIndicators,
  fix: '写出具体考核的内容，如“制定国家标准数量”。',
  kinds: everyKind,
  messages: {
    category: '三级指标名称“{name}”只是类别名，没有说明考核什么。',
    several: '第 {rows} 行的三级指标名称都是“{name}”，只是类别名，没有说明考核什么。',
  },
  *check({ form }: ReviewInput, { say }) {
    const rows = rowsOf(form).filter((row) => row.name !== '' && (isCategory(row.name) || repeatsItsOwn(row)))
    for (const name of new Set(rows.map((row) => row.name))) {
      const alike = rows.filter((row) => row.name === name)
      const [first] = alike
      if (first === undefined) continue
      const content = first.it.description
      const fix =
        content !== null && stem(content) !== stem(name) ? `改用指标描述中的内容，如“${content}”。` : undefined
      const where = { path: `${first.path}.name`, ...(fix && { fix }) }
      if (alike.length === 1) yield say(where, 'category', { name })
      else yield say(where, 'several', { name, rows: alike.map(rowNumber).join('、') })
    }
  },
  examples: () => ({
    passes: [
      { form: withIndicators(targetForm(), { aspect: '时效指标', name: '质量安全指标' }) },
      {
        form: withIndicators(
          targetForm(),
          { name: '抽检数量' },
          { name: '成本节约率', aspect: '成本指标' },
          { name: '服务对象满意度', aspect: '服务对象满意度指标' },
        ),
      },
    ],
    fails: [
      [
        {
          form: withIndicators(
            targetForm(),
            { name: '数量指标', description: '国际标准', target: '≥10项' },
            { name: '数量指标', description: '国家标准', target: '≥20项' },
          ),
          from: '004 标准化资助项目2024',
        },
        'several',
        'indicators[0].name',
      ],
      [
        { form: withIndicators(targetForm(), { aspect: '受益群众满意度指标', name: '受益群众满意度指标' }) },
        'category',
        'indicators[0].name',
      ],
      [
        {
          form: withIndicators(targetForm(), { name: '数量指标', description: '国际标准', target: '≥10项' }),
          from: '004 标准化资助项目2024',
        },
        'category',
        'indicators[0].name',
      ],
      [
        {
          form: withIndicators(targetForm(), {
            aspect: '服务对象满意度指标',
            name: '服务对象满意度指标',
            target: '≥80%',
          }),
          from: '004 信息化运维2024',
        },
        'category',
        'indicators[0].name',
      ],
    ],
  }),
})
