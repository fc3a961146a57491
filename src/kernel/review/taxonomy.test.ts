import { describe, expect, it } from 'vitest'
import { profileOf } from '../profile/choose.ts'
import type { Profile } from '../profile/profile.ts'
import { indicator, selfEvaluation } from './sample.ts'
import { aspectOf, dimensionOf, homesOf, isCost, unknownDimensions } from './taxonomy.ts'

const profile = profileOf('national@2020') as Profile // the profile every place starts from

describe('a first-level name', () => {
  it.each([
    ['产出指标', '产出指标'],
    ['产 出\n指标', '产出指标'],
    ['产出指标(50分)', '产出指标'],
    ['一、产出指标（50分）', '产出指标'],
    ['2.效益指标', '效益指标'],
    ['效果指标', '效益指标'],
    ['满意度', '满意度指标'],
    ['履职效能', undefined],
    ['', undefined],
    [null, undefined],
  ])('%s is %s', (printed, name) => expect(dimensionOf(profile, printed)?.name).toBe(name))
})

describe('a second-level name', () => {
  it.each([
    ['数量指标', '数量指标'],
    ['社会效益', '社会效益指标'],
    ['环境效益指标', '生态效益指标'],
    ['服务对象满意度指标等', '服务对象满意度指标'],
    ['社会公众满意度', '服务对象满意度指标'],
    ['规模指标', undefined],
    [null, undefined],
  ])('%s is %s', (printed, name) => expect(aspectOf(profile, printed)).toBe(name))

  it('belongs under the first level the profile names', () => {
    expect(homesOf(profile, '社会效益指标').map(({ name }) => name)).toEqual(['效益指标'])
    expect(homesOf(profile, '规模指标')).toEqual([])
  })
})

describe('cost', () => {
  it.each([
    ['产出指标', '成本指标', true],
    ['成本指标', '经济成本指标', true],
    ['成本指标', null, true],
    [null, '单位成本', true],
    ['产出指标', '数量指标', false],
    [null, null, false],
  ])('%s / %s: %s', (dimension, aspect, cost) => expect(isCost(profile, indicator({ dimension, aspect }))).toBe(cost))
})

it('says which first levels are strange to the profile, each once', () => {
  const rows = ['履职效能', '产出指标', '履职效能', null, '管理效率'].map((dimension) => indicator({ dimension }))
  expect(unknownDimensions(selfEvaluation({ indicators: rows }), profile)).toEqual(['履职效能', '管理效率'])
})
