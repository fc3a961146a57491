import { describe, expect, it } from 'vitest'
import { shanghaiSelfEvaluation } from '../../kernel/layout/shanghai-self-evaluation.layout.ts'
import { linesOf } from '../lines.ts'
import { atomsOf } from './atoms.ts'
import { newNotes } from './field.ts'
import { readGoals } from './goals.ts'

const notes = newNotes()
const goals = (text: string) => {
  const { expected, actual } = readGoals(notes, atomsOf(linesOf(text)), shanghaiSelfEvaluation, new Set(), false)
  return [expected, actual]
}

describe('two goal texts one behind the other', () => {
  it('part where the numbers begin again', () =>
    expect(goals('1、完成道路维修。\n2、完成绿化。\n1、道路维修已完成。\n2、绿化已完成。')).toEqual([
      '1、完成道路维修。\n2、完成绿化。',
      '1、道路维修已完成。\n2、绿化已完成。',
    ]))
  it('part where numbers begin after a text without any', () =>
    expect(goals('做好全年防汛工作，保障城市运行安全。\n确保设备完好。\n1、防汛工作有序开展。\n2、设备完好。')).toEqual(
      ['做好全年防汛工作，保障城市运行安全。确保设备完好。', '1、防汛工作有序开展。\n2、设备完好。'],
    ))
  it('part before the first number rather than behind it', () =>
    expect(goals('保障安全。\n\n1、巡查。\n\n聘请专家完成检测。')).toEqual([
      '保障安全。',
      '1、巡查。\n聘请专家完成检测。',
    ]))
  it('part where the second begins like the first', () =>
    expect(
      goals(
        '药品抽检：\n抽检1000批次。\n器械抽检：\n抽检200批次。\n药品抽检：\n已抽检1020批次。\n器械抽检：\n已抽检210批次。',
      ),
    ).toEqual([
      '药品抽检：\n抽检1000批次。\n器械抽检：\n抽检200批次。',
      '药品抽检：\n已抽检1020批次。\n器械抽检：\n已抽检210批次。',
    ]))
  it('part at the blank line after a sentence, not within one', () =>
    expect(goals('保障图书馆全年免费开放，开展读者活\n\n动。\n\n图书馆全年免费开放312天，读者活\n\n动126场。')).toEqual(
      ['保障图书馆全年免费开放，开展读者活动。', '图书馆全年免费开放312天，读者活动126场。'],
    ))
  it('stay one where nothing parts them, with a doubt', () => {
    expect(goals('保障图书馆全年免费开放')).toEqual(['保障图书馆全年免费开放', null])
    expect(notes.doubts.at(-1)?.path).toBe('goals.actual')
  })
  it('come without the label of the block beside them', () =>
    expect(goals('年度\n总体\n目标\n甲完成。\n\n乙完成。')).toEqual(['甲完成。', '乙完成。']))
})
