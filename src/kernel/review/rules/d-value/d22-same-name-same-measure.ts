// D22. Without other forms only the rows of the form itself are compared. Names that any project may use (完成时间) are
// compared too: what differs must be the kind of unit, the direction or the second level, never the number.
// Precision on the five documents: 15 of 15 findings true.
import type { Form } from '../../../form/form.ts'
import { nameOf } from '../../align.ts'
import { practice } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { type Row, rowsOf, sideOf, stem } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'
import { among, officeTarget } from '../../samples-of-an-office.ts'
import { type Other, sameIndicator } from '../../siblings.ts'
import { unitKind } from '../../unit-kind.ts'

const satisfied = (target: string, project: string) =>
  officeTarget(project, '10.00', {
    dimension: '满意度指标',
    aspect: '服务对象满意度指标',
    name: '群众食品安全满意度',
    target,
  })
const saving = (project: string, aspect: string, target: string) =>
  officeTarget(project, '20.00', { dimension: '效益指标', aspect, name: '节约财政资金', target })
const [scored, shared] = [satisfied('≥80分', '2023年中央补助'), satisfied('≥80百分比', '2024年中央补助')]
const [social, economic] = [
  saving('预算绩效管理2024', '社会效益指标', '≥5%'),
  saving('市场监管专项', '经济效益指标', '≤5%'),
]

/** A name of fewer characters (经费) is no common indicator. */
const SHORTEST = 4

export const sameNameSameMeasure = reviewRule({
  id: 'D22',
  title: '同名指标的计量单位、方向和分类一致',
  severity: 'warning',
  basis: practice,
  fix: '统一同名指标的单位、方向和所属二级指标；含义不同的，改用不同的名称。',
  kinds: everyKind,
  messages: {
    unit: '“{name}”以“{unit}”计，{where}的同名指标以“{other}”计，无法比较。',
    direction: '“{name}”为“{target}”，{where}的同名指标为“{other}”，方向相反。',
    aspect: '“{name}”归在{aspect}，{where}的同名指标归在{other}。',
  },
  *check({ form, related: { siblings = [] } }, { say }) {
    const rows = rowsOf(form)
    const seen = new Map<string, Row>()
    for (const row of rows) {
      const key = nameOf(row.it)
      const before = seen.get(key)
      seen.set(key, row)
      if (key.length < SHORTEST) continue
      const others: Other[] = [...(before ? [{ form, row: before }] : []), ...sameIndicator(form, row, siblings)]
      const unit = others.find((other) => differ(kindOf(row), kindOf(other.row)))
      if (unit !== undefined)
        yield say({ path: `${row.path}.target`, observed: unitOf(row), expected: unitOf(unit.row) }, 'unit', {
          name: row.name,
          unit: unitOf(row) ?? '',
          where: placeOf(form, unit),
          other: unitOf(unit.row) ?? '',
        })
      const turned = unit ?? others.find((other) => opposite(row, other.row))
      if (unit === undefined && turned !== undefined)
        yield say({ path: `${row.path}.target`, observed: row.it.target.text }, 'direction', {
          name: row.name,
          target: row.it.target.text ?? '',
          where: placeOf(form, turned),
          other: turned.row.it.target.text ?? '',
        })
      const elsewhere = others.find(
        (other) => other.form !== form && differ(stem(row.it.aspect), stem(other.row.it.aspect)),
      )
      if (elsewhere !== undefined)
        yield say({ path: `${row.path}.aspect`, observed: row.it.aspect }, 'aspect', {
          name: row.name,
          aspect: row.it.aspect ?? '',
          where: placeOf(form, elsewhere),
          other: elsewhere.row.it.aspect ?? '',
        })
    }
  },
  examples: () => ({
    passes: [
      { form: targetForm() },
      { form: scored, ...among(scored, satisfied('≥85分', '2024年中央补助')) },
      {
        form: withIndicators(
          targetForm(),
          { name: '抽检批次', target: '≥20批次' },
          { name: '抽检批次', target: '≥30批次' },
        ),
      },
    ],
    fails: [
      [{ form: scored, ...among(scored, shared), from: '004#11、#39' }, 'unit', 'indicators[0].target'],
      [{ form: social, ...among(social, economic), from: '004#5、#9' }, 'direction', 'indicators[0].target'],
      [{ form: social, ...among(social, economic), from: '004#5、#9' }, 'aspect', 'indicators[0].aspect'],
    ],
  }),
})

const unitOf = ({ it }: Row): string | null => it.target.unit ?? it.measureUnit
const kindOf = (row: Row): string => (row.it.target.value === null ? '' : (unitKind(unitOf(row)) ?? ''))
/** Both are known and not the same. */
const differ = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b

function opposite(a: Row, b: Row): boolean {
  const sides = [sideOf(a.it.target.comparator), sideOf(b.it.target.comparator)]
  return sides.includes('up') && sides.includes('down')
}

const placeOf = (form: Form, { form: other, row }: Other): string =>
  other === form ? `第 ${Number(/\d+/.exec(row.path)?.[0]) + 1} 条` : `项目“${other.project?.name ?? ''}”中`
