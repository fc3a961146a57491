import { expect, it } from 'vitest'
import { barsToTabs } from './bars.ts'
import { linesOf } from './lines.ts'
import { readText } from './read-document.ts'

const tabbed = (text: string): readonly string[] => barsToTabs(linesOf(text)).map((line) => line.text)

it('framed rows lose their frame and keep their empty cells', () => {
  expect(tabbed('| 一级指标 | 二级指标 | |\n|---|:---:|---|\n| | 数量指标 | |')).toEqual([
    '一级指标\t二级指标\t',
    '',
    '\t数量指标\t',
  ])
})

it('rows with bars between their cells only are cut there', () => {
  expect(tabbed('项目名称 | 窗口服务 | \n主管部门｜云岭市财政局｜实施单位')).toEqual([
    '项目名称\t窗口服务\t',
    '主管部门\t云岭市财政局\t实施单位',
  ])
})

it('a text with a bar here and there stays as it is', () => {
  const text = '项目名称 窗口|服务 经费\n主管部门 云岭市财政局\n实施单位 云岭市服务中心\n年度目标 办好'
  expect(tabbed(text)).toEqual(text.split('\n'))
})

it('a form between bars is read like one between tabs', () => {
  const rows = [
    ['项目名称', '窗口服务经费', '', ''],
    ['主管部门', '云岭市财政局', '实施单位', '云岭市服务中心'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析'],
    ['产出指标', '数量指标', '服务人次', '≥100次', '120次', '90', '89', '无'],
  ]
  const read = (line: (cells: readonly string[]) => string) =>
    readText(`财政项目支出绩效自评表\n${rows.map(line).join('\n')}\n`, 'x').forms.map(({ sources, ...form }) => form)
  const barred = read((cells) => `| ${cells.join(' | ')} |`)
  expect(barred).toEqual(read((cells) => cells.join('\t')))
  expect(barred[0]?.indicators[0]).toMatchObject({ name: '服务人次', score: '89', deviation: '无' })
})
