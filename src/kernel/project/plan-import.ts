// What an imported list of projects changes: decided before anything is written, every fault at its cell.
import { decimal, plain } from '../decimal.ts'
import { toYuan } from '../value/units.ts'
import { nameKey, type Project, type ProjectFund } from './project.ts'
import { parseProjectCode } from './project-code.ts'

export type ImportColumn =
  | 'unit'
  | 'code'
  | 'name'
  | 'nature'
  | 'category'
  | 'startsOn'
  | 'endsOn'
  | 'year'
  | 'fiscalWan'
  | 'fiscalYuan'
  | 'otherWan'
  | 'otherYuan'

export type ImportRow = {
  readonly values: Readonly<Record<ImportColumn, string>>
  readonly cellOf: (column: ImportColumn) => string
}

export type Fault = { readonly cell: string; readonly message: string }
export type Fields = Omit<Project, 'id'>
export type Planned = { readonly fields: Fields; readonly funds: readonly ProjectFund[] }

export type ImportPlan = {
  readonly create: readonly Planned[]
  /** Known by code, or by unit and name. */
  readonly update: readonly (Planned & { readonly id: string; readonly changed: boolean })[]
  /** Nothing is written while there is one. */
  readonly faults: readonly Fault[]
}

type Say = (column: ImportColumn, message: string) => null

/** `units`: code → id of the organisations the importer may write to. `existing`: their projects. */
export function planImport(
  rows: readonly ImportRow[],
  units: ReadonlyMap<string, string>,
  existing: readonly Project[],
): ImportPlan {
  const faults: Fault[] = []
  const create: Planned[] = []
  const update: (Planned & { id: string; changed: boolean })[] = []
  const byCode = new Map(existing.filter(({ code }) => code !== '').map((project) => [project.code, project]))
  const byName = new Map(existing.map((project) => [identity(project), project]))
  const seen = new Map<string, string>()
  for (const row of rows) {
    const say: Say = (column, message) => {
      faults.push({ cell: row.cellOf(column), message })
      return null
    }
    const planned = read(row, units, say)
    if (!planned) continue
    const { fields } = planned
    const known =
      (fields.code === '' ? undefined : byCode.get(fields.code)) ?? sameName(byName.get(identity(fields)), fields)
    const key = known?.id ?? (fields.code || identity(fields))
    const twin = seen.get(key)
    if (twin) {
      say('name', `与${twin}是同一个项目，请合并为一行。`)
      continue
    }
    seen.set(key, row.cellOf('name'))
    if (known) update.push({ ...planned, id: known.id, changed: differs(known, fields) })
    else create.push(planned)
  }
  return { create, update, faults }
}

const identity = ({ organisationId, name }: Pick<Project, 'organisationId' | 'name'>): string =>
  `${organisationId} ${nameKey(name)}`

/** One name with two different codes is two projects. */
const sameName = (known: Project | undefined, fields: Fields): Project | undefined =>
  known && known.code !== '' && fields.code !== '' && known.code !== fields.code ? undefined : known

const differs = ({ id, ...known }: Project, fields: Fields): boolean =>
  (Object.keys(fields) as (keyof Fields)[]).some((key) => known[key] !== fields[key]) // its own keys

function read(row: ImportRow, units: ReadonlyMap<string, string>, say: Say): Planned | null {
  const { values } = row
  const before = { faults: 0 }
  const fault: Say = (column, message) => {
    before.faults++
    return say(column, message)
  }
  const organisationId = units.get(values.unit)
  if (values.unit === '') fault('unit', '单位代码为空，请填写项目所属单位的代码。')
  else if (!organisationId) fault('unit', `没有代码为“${values.unit}”的单位，或它不在您的职责范围内。`)
  if (values.name === '') fault('name', '项目名称为空，请填写。')
  else if (values.name.length > 200) fault('name', `项目名称有${values.name.length}字，最多200字。`)
  const code = values.code === '' ? null : parseProjectCode(values.code)
  if (code && 'wrong' in code) fault('code', code.wrong)
  const startsOn = dayOf(values.startsOn, (message) => fault('startsOn', message))
  const endsOn = dayOf(values.endsOn, (message) => fault('endsOn', message))
  if (startsOn && endsOn && startsOn > endsOn) fault('endsOn', `结束日期${endsOn}早于开始日期${startsOn}。`)
  const funds = fundsOf(values, fault)
  if (before.faults > 0 || !organisationId) return null
  const { name, nature, category } = values
  return {
    fields: {
      organisationId,
      code: values.code,
      name,
      nature: nature || null,
      category: category || null,
      startsOn,
      endsOn,
    },
    funds,
  }
}

/** 2024-03-01, 2024/3/1, 2024年3月1日, 20240301; null where the cell is empty. */
function dayOf(text: string, say: (message: string) => null): string | null {
  if (text === '') return null
  const [, year, month, day] = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return say(`“${text}”不是日期，应如 2024-03-01。`)
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const real = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== iso ? say(`没有“${text}”这一天。`) : iso
}

const sources = [
  ['财政拨款', 'fiscalWan', '万元'],
  ['财政拨款', 'fiscalYuan', '元'],
  ['其他资金', 'otherWan', '万元'],
  ['其他资金', 'otherYuan', '元'],
] as const

function fundsOf(values: ImportRow['values'], say: Say): ProjectFund[] {
  const given = sources.filter(([, column]) => values[column] !== '')
  if (given.length === 0) return []
  const year = Number(values.year)
  if (!/^\d{4}$/.test(values.year) || year < 1990 || year > 2100) {
    say('year', values.year === '' ? '有金额而没有年度，请填写四位年份。' : `“${values.year}”不是年份，应如 2024。`)
    return []
  }
  return given.flatMap(([source, column, unit]) => {
    const amount = decimal(values[column])
    if (!amount || amount.isNegative()) {
      say(column, `“${values[column]}”不是金额，应为不小于0的数。`)
      return []
    }
    return [{ year, source, amount: toYuan(plain(amount), unit) ?? plain(amount) }]
  })
}
