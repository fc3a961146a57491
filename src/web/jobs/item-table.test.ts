import { expect, it } from 'vitest'
import { itemTable } from './item-table.ts'

it('keeps quotes, commas and line breaks in their cells, and makes no formula of a name', () => {
  expect(
    itemTable([
      ['序号', '事项'],
      ['1', '=HYPERLINK("http://x")'],
      ['2', '甲“乙”, "丙"\n丁'],
    ]),
  ).toBe('\uFEFF"序号","事项"\r\n"1","\'=HYPERLINK(""http://x"")"\r\n"2","甲“乙”, ""丙""\n丁"\r\n')
})
