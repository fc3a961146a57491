import { describe, expect, it } from 'vitest'
import { readList } from './read-list.ts'
import { writeList } from './write-list.ts'

const columns = {
  code: { headings: ['代码'], required: true },
  name: { headings: ['名称'], required: true },
} as const

describe('a list written as a workbook', () => {
  it('reads back as typed: leading zeros, signs of markup and formulas stay text', async () => {
    const rows = [
      ['001001', '财政局 <机关>'],
      ['12E5', '=SUM(A1) & "引号"'],
    ]
    const bytes = writeList('机构', ['代码', '名称'], rows)
    const { rows: read } = await readList({ bytes, name: '机构.xlsx' }, columns)
    expect(read.map(({ values }) => [values.code, values.name])).toEqual(rows)
    expect(read[0]?.cellOf('name')).toBe('机构!B2')
  })

  it('without rows is a template: headings alone, and the rows to be typed count for nothing', async () => {
    const { rows, columns: found } = await readList(
      { bytes: writeList('机构', ['代码', '名称'], []), name: '机构.xlsx' },
      columns,
    )
    expect(rows).toEqual([])
    expect(found).toEqual(['code', 'name'])
  })
})
