// 机构: one tree of regions, finance bureaus, departments, units and offices, each with the days it is in force.

export const organisationKinds = {
  region: '行政区划',
  finance: '财政部门',
  department: '主管部门',
  unit: '预算单位',
  office: '内设处室',
} as const
export type OrganisationKind = keyof typeof organisationKinds

export type Organisation = {
  readonly id: string
  readonly kind: OrganisationKind
  /** GB/T 2260 of a region, the budget code of the others: 355, 355101. */
  readonly code: string
  readonly name: string
  readonly parentId: string | null
  /** /id of the topmost/…/own id/ */
  readonly path: string
  /** Name of the region as forms print it. */
  readonly region: string
  /** First day in force. */
  readonly validFrom: string
  /** First day no longer in force; null = in force. */
  readonly validTo: string | null
}

/** What may stand directly under what. */
const children: Readonly<Record<OrganisationKind, readonly OrganisationKind[]>> = {
  region: ['region', 'finance'],
  finance: ['department'],
  department: ['unit', 'office'],
  unit: ['unit', 'office'],
  office: [],
}

export const mayStandUnder = (kind: OrganisationKind, parent: OrganisationKind | null): boolean =>
  parent === null ? kind === 'region' || kind === 'finance' : children[parent].includes(kind)

/** What a new organisation under this one usually is; undefined where nothing may stand under it. */
export const usualChild = (parent: OrganisationKind): OrganisationKind | undefined =>
  parent === 'region' ? 'finance' : children[parent][0]

const codeShapes: Readonly<Record<OrganisationKind, readonly [RegExp, string]>> = {
  region: [/^\d{6}(\d{3})?$/, '行政区划代码应为6位或9位数字（GB/T 2260）'],
  finance: [/^[0-9A-Z]{2,12}$/, '代码应为2至12位数字或大写字母'],
  department: [/^[0-9A-Z]{2,12}$/, '代码应为2至12位数字或大写字母'],
  unit: [/^[0-9A-Z]{2,20}$/, '代码应为2至20位数字或大写字母'],
  office: [/^[0-9A-Z]{1,20}$/, '代码应为1至20位数字或大写字母'],
}

/** What is wrong with a code, null where nothing is. */
export const codeFault = (kind: OrganisationKind, code: string): string | null =>
  codeShapes[kind][0].test(code) ? null : `${organisationKinds[kind]}${codeShapes[kind][1]}，现为“${code}”。`

const longestName = 200

/** What is wrong with a name, null where nothing is. */
export function nameFault(name: string): string | null {
  if (name === '') return '名称为空，请填写机构全称。'
  if (name.length > longestName) return `名称有${name.length}字，最多${longestName}字。`
  return /\p{Cc}/u.test(name) ? '名称含有看不见的控制字符，请重新输入。' : null
}

export const inForceOn = ({ validFrom, validTo }: Pick<Organisation, 'validFrom' | 'validTo'>, day: string): boolean =>
  validFrom <= day && (validTo === null || day < validTo)
