// The head of a form in text that was cut below it: a value ends where another label begins, the layout's or not.
import { expect, it } from 'vitest'
import { readText } from '../read-document.ts'

const read = (...head: readonly string[]) => {
  const below = ['年度总体目标 预期目标 实际完成情况', '完成年度任务。', '完成年度任务。']
  const [form] = readText(['项目支出绩效自评表', '（2023年度）', ...head, ...below].join('\n'), '表.txt').forms
  if (form === undefined) throw new Error('no form was read')
  return form
}

it.each(['项目代码 110100', '填报人 孙某某'])(
  'does not take %s for a part of the name before it, and says so',
  (strange) => {
    const form = read(`项目名称 河道养护 ${strange}`, '主管部门 青河县水利局 实施单位 青河县河道所')
    expect(form.project?.name).toBe('河道养护')
    expect([form.department?.name, form.unit?.name]).toEqual(['青河县水利局', '青河县河道所'])
    expect(form.doubts).toContainEqual({
      path: 'project.name',
      message: `“${strange}”在表样中没有对应的栏目，没有读入。`,
      line: 3,
    })
  },
)

it('keeps names of several words', () => {
  const form = read('项目名称 河道 养护 二期', '主管部门 青河县水利局 实施单位 青河县河道所')
  expect(form.project?.name).toBe('河道 养护 二期')
})
