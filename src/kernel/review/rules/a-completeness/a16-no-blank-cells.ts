import type { Form, Indicator } from '../../../form/form.ts'
import { targetManagement } from '../../basis.ts'
import { unreadField } from '../../incomplete.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { departmentForm, selfEvaluation, targetForm, withIndicator, withIndicators } from '../../sample.ts'

type Key = 'dimension' | 'aspect' | 'name' | 'description' | 'nature' | 'direction' | 'target' | 'weight'
type Cell = { readonly key: Key; readonly label: string }

/** Actual values and scores are the matter of the score rules, reasons of the deviation rules. */
const cells: readonly Cell[] = [
  { key: 'dimension', label: '一级指标' },
  { key: 'aspect', label: '二级指标' },
  { key: 'name', label: '三级指标' },
  { key: 'description', label: '绩效指标描述' },
  { key: 'nature', label: '指标性质' },
  { key: 'direction', label: '指标方向' },
  { key: 'target', label: '指标值' },
  { key: 'weight', label: '分值' },
]

function isBlank(row: Indicator, key: Cell['key']): boolean {
  const cell = row[key]
  if (cell === null) return true
  return typeof cell === 'object' ? cell.text === null || cell.text.trim() === '' : cell.trim() === ''
}

/** Name and target are in every form; of the other columns only those the form uses in most of its rows. */
const columnsOf = ({ indicators }: Form): Cell[] =>
  cells.filter(({ key }) => {
    if (key === 'name' || key === 'target') return true
    return indicators.filter((row) => !isBlank(row, key)).length * 2 > indicators.length
  })

/** Words have no direction to be above or below. */
const needed = (row: Indicator, key: keyof Indicator) =>
  key !== 'direction' ||
  !(row.nature?.includes('定性') || row.target.kind === 'qualitative' || row.target.kind === 'date')

export const noBlankCells = reviewRule({
  id: 'A16',
  title: '指标行没有空格',
  severity: 'error',
  basis: targetManagement,
  fix: '补填空格；不需要的行整行删去。',
  kinds: everyKind,
  messages: { blank: '第 {row} 条指标“{name}”未填：{cells}。' },
  *check({ form }, { say, unable }) {
    const columns = columnsOf(form)
    for (const [index, row] of form.indicators.entries()) {
      const blank = columns.filter(({ key }) => needed(row, key) && isBlank(row, key))
      const [first] = blank
      if (!first) continue
      const unread = unreadField(form, `indicators[${index}]`)
      if (unread !== null) {
        yield unable(`第 ${index + 1} 条指标没有读完整（${unread}），不判断是否漏填`)
        continue
      }
      yield say({ path: `indicators[${index}].${first.key}`, quote: null }, 'blank', {
        row: index + 1,
        name: row.name ?? '（无名称）',
        cells: blank.map(({ label }) => label).join('、'),
      })
    }
  },
  examples: () => ({
    passes: [
      { form: selfEvaluation() },
      { form: targetForm() },
      { form: departmentForm() },
      {
        form: withIndicators(
          departmentForm(),
          { nature: '定量', direction: '大于或等于', target: '100%' },
          { nature: '定量', direction: '等于', target: '4所' },
          { nature: '定性', direction: null, target: '持续提升' },
        ),
      },
    ],
    fails: [
      [
        {
          from: '003',
          form: withIndicator(departmentForm(), {
            name: '特种设备安全监管，遏制重特大安全生产事故的发生',
            target: null,
            weight: '2.5',
            score: '2.5',
          }),
        },
        'blank',
        'indicators[6].target',
      ],
      [
        {
          from: '003',
          form: withIndicators(
            departmentForm(),
            { nature: '定量', direction: '大于或等于', target: '7家' },
            { nature: '定量', direction: '等于', target: '100%' },
            { nature: '定量', direction: null, target: '1项' },
          ),
        },
        'blank',
        'indicators[2].direction',
      ],
      [
        { form: withIndicator(targetForm(), { name: null, description: '采购设备的数量' }) },
        'blank',
        'indicators[6].name',
      ],
    ],
    unable: [
      {
        form: {
          ...withIndicator(targetForm(), { name: '年度培训', target: null }),
          doubts: [{ path: 'indicators[6].target', message: '未见最后一项指标的指标值' }],
        },
      },
    ],
  }),
})
