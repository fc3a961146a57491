import { national2020 } from './national-2020.profile.ts'
import type { Profile } from './profile.ts'

/** 广东部门整体支出: no weights are prescribed for the first level (a published form has 78/10/2), rates are half up. */
export const guangdongDepartment2022: Profile = {
  ...national2020,
  id: 'guangdong-department@2022',
  title: '广东省部门整体支出口径（2022年起）',
  regions: [
    '广东省',
    ...['广州市', '深圳市', '珠海市', '汕头市', '佛山市', '韶关市', '河源市', '梅州市', '惠州市', '汕尾市', '东莞市'],
    ...['中山市', '江门市', '阳江市', '湛江市', '茂名市', '肇庆市', '清远市', '潮州市', '揭阳市', '云浮市'],
  ],
  kinds: ['department-target', 'department-self-evaluation'],
  from: 2022,
  sources: [...national2020.sources, { text: '韶关市2022年度部门整体支出绩效自评表（公开表）', checked: '2026-11-21' }],
  dimensions: national2020.dimensions.map((dimension) => ({ ...dimension, weight: null, weightWithCost: null })),
}
