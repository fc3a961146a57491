import { describe, expect, it } from 'vitest'
import { readList } from './read-list.ts'

const columns = {
  code: { headings: ['单位代码', '代码'], required: true },
  name: { headings: ['单位名称', '名称'], required: true },
  parent: { headings: ['上级代码'] },
} as const
const csv = (text: string) => ({ bytes: Buffer.from(text), name: '机构.csv' })

describe('a list in a csv file', () => {
  it('is read by its headings, whatever their order and other columns', async () => {
    const { rows, columns: found } = await readList(
      csv('序号,名 称,单位代码\n1,市市场监管委,355\n2,食检院,355101\n'),
      columns,
    )
    expect(rows.map((row) => row.values)).toEqual([
      { code: '355', name: '市市场监管委', parent: '' },
      { code: '355101', name: '食检院', parent: '' },
    ])
    expect(found).toEqual(['code', 'name'])
    expect(rows[1]?.cellOf('name')).toContain('3')
  })

  it('leaves out empty rows and the title above the headings', async () => {
    const { rows } = await readList(csv('机构一览表,,\n单位代码,单位名称,上级代码\n,,\n355,市场监管委,\n'), columns)
    expect(rows).toHaveLength(1)
  })

  it.each([
    ['no heading row', '甲,乙\n1,2\n'],
    ['only one of the required columns', '单位代码,乙\n1,2\n'],
  ])('is refused with %s, naming the headings', async (_, text) => {
    await expect(readList(csv(text), columns)).rejects.toThrow(
      /机构\.csv：没有找到表头行，表头应含：单位代码、单位名称/,
    )
  })
})
