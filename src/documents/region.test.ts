import { expect, it } from 'vitest'
import { regionOf } from './region.ts'

it.each([
  ['天津市市场监督管理委员会财务处', '天津市'],
  ['355101天津市市场监督管理委员会财务处', '天津市'],
  ['上海市浦东新区财政局', '上海市'],
  ['广东省财政厅', '广东省'],
  ['广西壮族自治区财政厅', '广西壮族自治区'],
  ['延边朝鲜族自治州财政局', '延边朝鲜族自治州'],
  ['青河县柳湾镇人民政府', '青河县'],
  ['301-青河县柳湾镇人民政府', '青河县'],
  ['香港特别行政区政府', '香港特别行政区'],
  ['盐城市城市管理局', '盐城市'],
])('%s lies in %s', (name, region) => expect(regionOf(name)).toBe(region))

it.each(['市场监督管理局', '区财政局', '上海城市管理局', '韶关市场监督管理局', '国家统计局', '', null, undefined])(
  '%s does not say where it lies',
  (name) => expect(regionOf(name)).toBeNull(),
)
