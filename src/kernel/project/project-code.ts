// 项目代码 of the integrated budget system: region 6 + year 2 + category letter 1 + serial 12 = 21 characters.

/** Category letters: 人员类, 运转类, 特定目标类 (预算管理一体化规范). */
export const codeCategories: Readonly<Record<string, string>> = { R: '人员类', Y: '运转类', T: '特定目标类' }

export type ProjectCode = {
  /** First six digits of the region's code (GB/T 2260). */
  readonly region: string
  /** 2024 */
  readonly year: number
  readonly category: string
  readonly serial: string
}

const shape = /^(\d{6})(\d{2})([A-Z])(\d{12})$/

/** The parts of a code, or one Chinese sentence that says what is wrong with it. */
export function parseProjectCode(code: string): ProjectCode | { readonly wrong: string } {
  if (code.length !== 21) return { wrong: `项目代码“${code}”为${code.length}位，应为21位。` }
  const [, region, year, letter, serial] = shape.exec(code) ?? []
  if (region === undefined || year === undefined || letter === undefined || serial === undefined)
    return { wrong: `项目代码“${code}”不符合“区划6位 + 年度2位 + 类别字母 + 序号12位”。` }
  const category = codeCategories[letter]
  if (category === undefined)
    return { wrong: `项目代码“${code}”的类别字母“${letter}”应为 ${Object.keys(codeCategories).join('、')} 之一。` }
  return { region, year: 2000 + Number(year), category, serial }
}
