import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Form } from '../form/form.ts'
import { relate, sameContent } from './relate.ts'
import { missingReason } from './related.ts'
import { departmentForm, selfEvaluation, targetForm } from './sample.ts'
import { monitoringForm } from './samples-of-monitoring.ts'

const named = (form: Form, name: string, year: number | null, unit = '某市教师进修学校'): Form => ({
  ...form,
  year,
  unit: { code: null, name: unit },
  project: { code: null, name, nature: null, category: null, start: null, end: null, purpose: null },
  goals: { overall: null, annual: null, expected: null, actual: null },
  indicators: form.indicators.filter(({ target }) => target.kind !== 'date'),
})
const evaluation = (name: string, year: number | null, unit?: string) => named(selfEvaluation(), name, year, unit)
const target = (name: string, year: number | null, unit?: string) => named(targetForm(), name, year, unit)

describe('last year’s form', () => {
  it('is the self-evaluation of the same project and unit a year before, also beside a target form', () => {
    const [before, now] = [evaluation('教师培训', 2023), target('教师培训', 2024)]
    expect(relate([now, before]).get(now)?.lastYear).toBe(before)
    expect(relate([now, before]).get(before)?.lastYear).toBeUndefined()
  })

  it('is rather the self-evaluation than the target form of that year', () => {
    const [planned, done, now] = [target('教师培训', 2023), evaluation('教师培训', 2023), target('教师培训', 2024)]
    expect(relate([planned, done, now]).get(now)?.lastYear).toBe(done)
    expect(relate([planned, now]).get(now)?.lastYear).toBe(planned)
  })

  it('is found where the name differs by the year, by blanks and brackets or by a few characters', () => {
    const now = target('2024年教师业务培训专项经费', 2024)
    for (const name of ['2023年教师业务培训专项经费', '教师业务培训 专项经费（2023年度）', '教师业务培训专项资金经费'])
      expect(relate([now, evaluation(name, 2023)]).get(now)?.lastYear, name).toBeDefined()
    for (const name of ['学生业务竞赛专项经费', '教师体检'])
      expect(relate([now, evaluation(name, 2023)]).get(now)?.lastYear, name).toBeUndefined()
  })

  it('is none of another unit, none of two years before and none where two could be meant', () => {
    const now = target('教师培训', 2024)
    expect(relate([now, evaluation('教师培训', 2023, '某县教育局')]).get(now)?.lastYear).toBeUndefined()
    expect(relate([now, evaluation('教师培训', 2022)]).get(now)?.lastYear).toBeUndefined()
    const two = [
      evaluation('教师培训', 2023),
      { ...evaluation('教师培训', 2023), totals: { weight: '100', score: '61' } },
    ]
    expect(relate([now, ...two]).get(now)?.lastYear).toBeUndefined()
  })

  it('may come from two files that hold the same form', () => {
    const now = target('教师培训', 2024)
    const [one, again] = [evaluation('教师培训', 2023), evaluation('教师培训', 2023)]
    expect(sameContent(one, again)).toBe(true)
    expect(relate([one, again, now]).get(now)?.lastYear).toBe(one)
  })

  it('is the department’s for a department form, whatever projects the unit has', () => {
    const [before, now] = [departmentForm({ year: 2022 }), departmentForm({ year: 2023 })]
    const related = relate([before, evaluation('教师培训', 2022), now])
    expect(related.get(now)?.lastYear).toBe(before)
  })
})

describe('the other forms of a project and an office', () => {
  it('are the approved target and the monitoring of the same year', () => {
    const planned = target('教师培训', 2023)
    const watched = named(monitoringForm('100', '60'), '教师培训', 2023)
    const done = evaluation('教师培训', 2023)
    const related = relate([planned, watched, done]).get(done)
    expect(related?.approvedTarget).toBe(planned)
    expect(related?.monitoring?.map(({ form }) => form)).toEqual([watched])
  })

  it('are told apart by the printed name where money of two years is spent in one', () => {
    const old = target('2022年补助资金', 2023)
    const fresh = target('2023年补助资金', 2023)
    const done = evaluation('2022年补助资金', 2023)
    expect(relate([fresh, old, done]).get(done)?.approvedTarget).toBe(old)
  })

  it('tell the month a monitoring form covers where its title does', () => {
    const monthOf = (title: string) => {
      const form = { ...named(monitoringForm('100', '60'), '教师培训', 2023), title }
      return relate([form]).get(form)?.monitoring?.[0]?.throughMonth
    }
    expect(monthOf('项目支出绩效目标执行监控表（2023年1—8月）')).toBe(8)
    expect(monthOf('2023年1-10月绩效运行监控表')).toBe(10)
    expect(monthOf('项目支出绩效目标执行监控表')).toBeNull()
  })

  it('are one list for an office, year and stage, in the order given', () => {
    const forms = [target('甲', 2024), target('乙', 2024), target('丙', 2023), evaluation('丁', 2024)]
    const related = relate(forms)
    expect(related.get(forms[0] as Form)?.siblings).toEqual([forms[0], forms[1]])
    expect(related.get(forms[1] as Form)?.siblings).toBe(related.get(forms[0] as Form)?.siblings)
    expect(related.get(forms[2] as Form)?.siblings).toBeUndefined()
  })

  it('count a form that prints no year to the only year of its office', () => {
    const forms = [target('甲', 2024), target('乙', null)]
    expect(relate(forms).get(forms[1] as Form)?.siblings).toEqual(forms)
    const unclear = [...forms, target('丙', 2023)]
    expect(relate(unclear).get(unclear[1] as Form)?.siblings).toBeUndefined()
  })

  it('are nothing for a form given alone', () => {
    const form = target('甲', 2024)
    expect(relate([form]).get(form)).toEqual({})
  })
})

it('relates whatever forms it is given to forms among them, never to the form itself as another year’s', () => {
  const anyForm = fc
    .tuple(fc.constantFrom('甲项目', '乙项目', '', '甲项目2023'), fc.constantFrom(null, 2022, 2023, 2024), fc.boolean())
    .map(([name, year, done]) => (done ? evaluation(name, year) : target(name, year)))
  fc.assert(
    fc.property(fc.array(anyForm, { maxLength: 8 }), (forms) => {
      const related = relate(forms)
      for (const form of forms) {
        const { lastYear, approvedTarget, siblings } = related.get(form) ?? {}
        expect(lastYear).not.toBe(form)
        if (lastYear) expect(forms).toContain(lastYear)
        if (approvedTarget) expect(forms).toContain(approvedTarget)
        if (siblings) expect(siblings).toContain(form)
      }
    }),
  )
})

it('has a reason in words for everything a rule may miss', () => {
  for (const reason of Object.values(missingReason)) expect(reason).toMatch(/^没有/)
})
