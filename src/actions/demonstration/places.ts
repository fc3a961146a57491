// The places of the demonstration: the real offices of the five documents. Codes that the documents do not print are D….
import type { OrganisationKind } from '../../kernel/organisation/organisation.ts'

export type DemoPlace = {
  readonly kind: OrganisationKind
  readonly code: string
  readonly name: string
  readonly below: readonly DemoPlace[]
}

const place = (kind: OrganisationKind, code: string, name: string, below: readonly DemoPlace[] = []): DemoPlace => ({
  kind,
  code,
  name,
  below,
})
const unit = (code: string, name: string) => place('unit', code, name)

/** Codes of regions: GB/T 2260. */
export const places: readonly DemoPlace[] = [
  place('region', '310000', '上海市', [
    place('finance', 'D310', '上海市财政局', [
      place('department', 'D311', '上海市市场监督管理局', [unit('D311101', '上海市市场监督管理局行政服务中心')]),
      place('department', 'D312', '上海市药品监督管理局'),
    ]),
  ]),
  place('region', '120000', '天津市', [
    place('finance', 'D120', '天津市财政局', [
      place('department', '355', '天津市市场监督管理委员会', [
        unit('355101', '天津市市场监督管理委员会财务处'),
        unit('355203', '天津市消费者协会'),
        unit('355204', '天津市市场监督管理服务中心'),
        unit('355205', '天津市产品质量监督检测技术研究院'),
        unit('355207', '天津市计量监督检测科学研究院'),
        unit('355208', '天津市食品与工业产品许可证审核查验中心'),
        unit('355209', '天津市产品质量监督检测技术研究院纺织纤维检验中心'),
        unit('355212', '天津市食品安全检测技术研究院'),
        unit('355213', '天津市市场监督管理委员会12315投诉举报中心'),
        unit('355215', '天津市产品质量监督检测技术研究院电工技术科学研究中心'),
        unit('355301', '天津市市场监管综合行政执法总队'),
        unit('355701', '天津市特种设备监督检验技术研究院'),
      ]),
    ]),
  ]),
  place('region', '440200', '韶关市', [
    place('finance', 'D4402', '韶关市财政局', [
      place('department', '141', '韶关市市场监督管理局', [unit('141001', '韶关市市场监督管理局机关')]),
    ]),
  ]),
]
