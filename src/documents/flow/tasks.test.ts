// Tasks of a department in text without cells.
import { expect, it } from 'vitest'
import { readText } from '../read-document.ts'

const head = [
  '部门（单位）整体支出绩效目标表',
  '（2026年度）',
  '部门（单位）名称 青河县水利局',
  '年度总体目标 保障设施正常运行。',
]
const headings = '年度主要任务 任务名称 主要内容'
const indicators = [
  '年度绩效指标 一级指标 二级指标 三级指标 指标值',
  '产出指标 数量指标 清淤长度 ≥3公里',
  '质量指标 验收合格率 ≥95%',
  '满意度指标 服务对象满意度指标 群众满意度 ≥90%',
]
const read = (...tasks: readonly string[]) => {
  const [form] = readText([...head, headings, ...tasks, ...indicators].join('\n'), '表.txt').forms
  if (form === undefined) throw new Error('no form was read')
  return form
}

it('reads a task a line, and lines that begin none as the rest of the text above', () => {
  const form = read('河道养护 清理河道淤积，', '修复堤岸。', '防汛 储备物资；组织演练。')
  expect(form.tasks).toMatchObject([
    { name: '河道养护', content: '清理河道淤积，修复堤岸。', plan: null, completion: null },
    { name: '防汛', content: '储备物资；组织演练。' },
  ])
  expect(form.sources?.['tasks[0].content']).toMatchObject({ line: 6, lineEnd: 7 })
})

it('keeps the goal above the tasks and the indicators below them apart from them', () => {
  const form = read('防汛 储备物资。')
  expect(form.goals.annual).toBe('保障设施正常运行。')
  expect(form.tasks).toHaveLength(1)
  expect(form.indicators.map(({ name }) => name)).toEqual(['清淤长度', '验收合格率', '群众满意度'])
})

it('leaves text out that stands under no name, and says so', () => {
  const form = read('清理河道淤积，修复堤岸。', '防汛 储备物资。')
  expect(form.tasks).toMatchObject([{ name: '防汛' }])
  expect(form.doubts).toContainEqual({
    path: 'tasks',
    message: '“清理河道淤积，修复堤岸。”等文字不知属于哪一项任务，没有读入。',
    line: 6,
  })
})
