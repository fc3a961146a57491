// What projects of a kind are usually measured by, as data. Only what nearly every such project has; a place's own
// indicator library says more.

export type UsualIndicators = {
  /** As said in messages: 培训类. */
  readonly kind: string
  /** Words of the project's name that make it one of this kind. */
  readonly projects: RegExp
  /** What is looked for in names and descriptions of indicators. */
  readonly usual: readonly { readonly label: string; readonly words: RegExp }[]
}

export const usualIndicators: readonly UsualIndicators[] = [
  {
    kind: '培训类',
    projects: /(培训|轮训|研修)(经费|费|项目|专项|班|工作|工程)?(20\d\d)?(年)?$|^(20\d\d年?)?\S{0,12}培训/,
    usual: [
      {
        label: '培训人数或期数',
        words: /(培训|参训|轮训|学员|班)\S*(人数|人次|期|班次|场次|次数|天|课时|数量)|(人数|人次|期数|班次|场次|次数)/,
      },
      { label: '培训合格率', words: /(合格|通过|结业|考核|掌握)\S*率|合格|通过率|结业/ },
      { label: '人均（单期）培训成本', words: /成本|单价|人均|费用|标准|经费/ },
      { label: '参训人员满意度', words: /满意/ },
    ],
  },
  {
    kind: '设备购置类',
    projects: /(设备|仪器|车辆|器材|家具)\S{0,4}(购置|采购|更新)/,
    usual: [
      { label: '购置数量', words: /数量|台|套|辆|件/ },
      { label: '验收合格率', words: /验收|合格|质量|通过率/ },
      { label: '购置完成时间', words: /时间|时限|及时|完成|期/ },
      { label: '购置成本或单价', words: /成本|单价|价格|费用|经费|支出/ },
    ],
  },
  {
    kind: '信息系统运维类',
    projects: /(信息化|信息系统|网络|平台|系统|网站|软件)\S{0,6}(运维|运行维护|维护)/,
    usual: [
      { label: '系统正常运行率或故障率', words: /故障|可用|正常运(行|转)|稳定运行|运行率|中断|宕机|在线/ },
      { label: '故障响应或修复时间', words: /响应|修复|恢复|排除|处理|处置|及时/ },
      { label: '使用人员满意度', words: /满意/ },
    ],
  },
  {
    kind: '设备维护类',
    projects: /设备\S{0,6}(运行维护|维护|维修|维保|保养)/,
    usual: [
      { label: '维护设备数量', words: /数量|台|套|项|次/ },
      { label: '设备完好率、故障率或维修合格率', words: /完好|故障|合格|通过|正常|运行标准|可用/ },
      { label: '维护响应或完成时间', words: /响应|及时|时间|时限|完成|按期/ },
    ],
  },
  {
    kind: '抽检类',
    projects: /抽检|监督抽查|抽样检验/,
    usual: [
      { label: '抽检批次', words: /批次|批|抽检(数|量)|抽查(数|量)|检验量|样品/ },
      { label: '不合格处置率或结果准确率', words: /处置|处理|准确|合格|通报|公布/ },
      { label: '抽检完成时间', words: /时间|时限|及时|完成|期/ },
      { label: '单批次成本', words: /成本|单价|费用|经费/ },
    ],
  },
  {
    kind: '工程修缮类',
    projects: /(修缮|装修|维修改造|改造工程|建设工程|加固)/,
    usual: [
      { label: '工程量', words: /面积|数量|长度|座|处|个|公里|平方米|里程/ },
      { label: '工程验收合格率', words: /验收|合格|质量/ },
      { label: '按期完工', words: /完工|工期|时间|及时|按期|竣工|开工/ },
    ],
  },
  {
    kind: '宣传类',
    projects: /宣传/,
    usual: [
      { label: '宣传次数或数量', words: /次|场|份|条|篇|期|数量|张|部|版|册/ },
      { label: '知晓率或覆盖面', words: /知晓|覆盖|受众|关注|阅读|浏览|影响|了解|认知/ },
    ],
  },
]
