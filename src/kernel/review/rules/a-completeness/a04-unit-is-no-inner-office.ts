import { integratedSystem } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { missingReason } from '../../related.ts'
import { reviewRule } from '../../review-rule.ts'
import { wordsOf } from '../../rows.ts'
import { targetForm } from '../../sample.ts'

/** Offices inside an authority. 管理处, 办事处 and the like may be units of their own and are not among them. */
const innerOffice =
  /(?:委员会|局|厅|委|部|院|署)((?:规划|计划|资产|装备|基建|行政)?(?:财务|人事|审计|法规|政策法规|综合|后勤)(?:处|科|室|股))$/

const of = (name: string, code: string | null = null) => targetForm({ unit: { code, name } })
const organisations = [
  { code: '355101', name: '天津市市场监督管理委员会' },
  { code: '355301', name: '天津市市场监管综合行政执法总队' },
]

export const unitIsNoInnerOffice = reviewRule({
  id: 'A04',
  title: '实施单位是预算单位，代码和名称与名录一致',
  severity: 'warning',
  basis: integratedSystem,
  fix: '填写预算单位的规范名称（与单位代码一致），内设处室另行注明。',
  kinds: everyKind,
  messages: {
    office: '单位名称“{name}”是内设处室“{office}”，不是预算单位。',
    unknown: '单位代码 {code} 不在预算单位名录中。',
    other: '单位代码 {code} 在名录中是“{listed}”，表中写“{name}”。',
  },
  *check({ form, related: { organisations } }, { say, unable }) {
    const name = form.unit?.name?.replace(/\s+/g, '')
    const office = innerOffice.exec(name ?? '')?.[1]
    if (name && office)
      yield say({ path: 'unit.name', observed: name, expected: name.slice(0, -office.length) }, 'office', {
        name,
        office,
      })
    const code = form.unit?.code?.replace(/\s+/g, '')
    if (!code) return
    if (organisations === undefined) return yield unable(missingReason.organisations)
    const listed = organisations.find((one) => one.code === code)
    if (listed === undefined) yield say('unit.code', 'unknown', { code })
    else if (name && !office && wordsOf(listed.name) !== wordsOf(name))
      yield say({ path: 'unit.name', observed: name, expected: listed.name }, 'other', {
        code,
        listed: listed.name,
        name,
      })
  },
  examples: () => ({
    passes: [
      { form: targetForm() },
      { form: of('天津市市场监管综合行政执法总队'), from: '004' },
      { form: of('某市交通局公路管理处') },
      { form: of('某区人民政府办公室') },
      { form: of('天津市市场监管综合行政执法总队', '355301'), related: { organisations }, from: '004' },
    ],
    fails: [
      [{ form: of('天津市市场监督管理委员会财务处', '355101'), from: '004' }, 'office', 'unit.name'],
      [{ form: of('天津市消费者协会', '355203'), related: { organisations } }, 'unknown', 'unit.code'],
      [{ form: of('天津市市场监督管理局', '355101'), related: { organisations } }, 'other', 'unit.name'],
    ],
    unable: [{ form: of('天津市市场监管综合行政执法总队', '355301'), from: '004' }],
  }),
})
