import { describe, expect, it } from 'vitest'
import { Decimal } from '../decimal.ts'
import { blankForm } from '../form/blank.ts'
import type { Form, FormKind } from '../form/form.ts'
import { profileFor, profileOf } from './choose.ts'
import { profiles } from './index.ts'

const form = (kind: FormKind, region: string | null, year: number | null, more: Partial<Form> = {}): Form => ({
  ...blankForm(kind),
  region,
  year,
  ...more,
})

describe('the profile of a form', () => {
  it.each<[FormKind, string | null, number | null, string]>([
    ['project-self-evaluation', '上海市', 2023, 'shanghai@2023'],
    ['project-target-declaration', '上海市', 2025, 'shanghai@2023'],
    ['project-self-evaluation', '上海市浦东新区', null, 'shanghai@2023'],
    ['project-self-evaluation', '上海', 2023, 'shanghai@2023'],
    ['project-target', '天津市', 2024, 'tianjin@2024'],
    ['department-self-evaluation', '韶关市', 2022, 'guangdong-department@2022'],
    ['department-self-evaluation', '广东省韶关市', null, 'guangdong-department@2022'],
    ['department-target', '广东省', 2023, 'guangdong-department@2022'],
    ['project-self-evaluation', '韶关市', 2022, 'national@2020'],
    ['project-self-evaluation', '湖北省武汉市', 2023, 'hubei@2020'],
    ['department-self-evaluation', '湖北省', 2023, 'national@2020'],
    ['project-self-evaluation', '四川省', 2023, 'sichuan@2023'],
    ['project-self-evaluation', '四川省', 2022, 'sichuan@2023'],
    ['transfer-self-evaluation', '安徽省', 2022, 'anhui@2020'],
    ['project-self-evaluation', '云南省', 2022, 'yunnan@2020'],
    ['project-target-declaration', '广西壮族自治区南宁市', 2021, 'guangxi@2021'],
    ['project-target', '广西', null, 'guangxi@2021'],
    ['project-self-evaluation', '河北省', 2023, 'national@2020'],
    ['project-self-evaluation', null, null, 'national@2020'],
  ])('%s of %s, %s: %s', (kind, region, year, id) => {
    expect(profileFor(form(kind, region, year)).id).toBe(id)
  })

  it('is told by the office where no region is printed', () => {
    const department = { code: null, name: '上海市药品监督管理局' }
    expect(profileFor(form('project-self-evaluation', null, 2023, { department })).id).toBe('shanghai@2023')
  })

  it('from before the first of its place is the first of its place', () => {
    expect(profileFor(form('project-self-evaluation', '上海市', 2021)).id).toBe('shanghai@2023')
    expect(profileFor(form('project-self-evaluation', null, 2018)).id).toBe('national@2020')
  })

  it('is found by its id, and an unknown id finds nothing', () => {
    expect(profileOf('tianjin@2024')?.title).toContain('天津')
    expect(profileOf('tianjin')).toBeUndefined()
  })
})

describe.each(profiles.map((profile) => [profile.id, profile] as const))('%s', (id, profile) => {
  it('is named by place and year', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*@\d{4}$/)
    expect(id.endsWith(`@${profile.from}`)).toBe(true)
  })

  it('names its sources with the day they were last looked at', () => {
    expect(profile.sources.length).toBeGreaterThan(0)
    for (const { checked } of profile.sources) expect(checked).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  it('prescribes first-level weights that add up with the execution rate, or none', () => {
    const weights = profile.dimensions.flatMap(({ weight }) => weight ?? [])
    const total = weights.reduce((sum, weight) => sum.plus(weight), new Decimal(profile.execution.weight))
    if (weights.length > 0) expect(total.toFixed()).toBe(profile.totalWeight)
  })

  it('prescribes first-level weights with a cost level that add up as well, or none', () => {
    const weights = profile.dimensions.flatMap(({ weightWithCost }) => weightWithCost ?? [])
    const total = weights.reduce((sum, weight) => sum.plus(weight), new Decimal(profile.execution.weight))
    if (weights.length > 0) expect(total.toFixed()).toBe(profile.totalWeight)
  })

  it('warns of slow spending later the more is asked for', () => {
    const { steps } = profile.monitoring
    expect(steps.map(({ month }) => month)).toEqual(steps.map(({ month }) => month).toSorted((a, b) => a - b))
    const asked = steps.map(({ atLeast }) => Number(atLeast))
    expect(asked).toEqual(asked.toSorted((a, b) => a - b))
    expect(Number(profile.lights.progress.red)).toBeLessThan(Number(profile.lights.progress.yellow))
  })

  it('has grades from the highest down to zero', () => {
    const bounds = profile.grades.map(({ atLeast }) => Number(atLeast))
    expect(bounds).toEqual(bounds.toSorted((a, b) => b - a))
    expect(bounds.at(-1)).toBe(0)
  })

  it('has tiers that follow on each other from all to nothing', () => {
    const [achieved, partial, missed] = profile.tiers
    expect([achieved?.tier, partial?.tier, missed?.tier]).toEqual(['achieved', 'partial', 'missed'])
    expect([achieved?.to, achieved?.from, partial?.from, missed?.from]).toEqual(['1', partial?.to, missed?.to, '0'])
  })
})
