// A24 (beyond the catalogue): running text has no doubled marks and no quotation marks turned round.
import { targetManagement } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { selfEvaluation, targetForm, withIndicators } from '../../sample.ts'
import { textCells } from '../../text-cells.ts'

/** Two marks that cannot follow each other; …… and —— are whole marks, ）。 and ”， are good. */
const doubled = /[，,、；;：:。][，,、；;：:。]/

/** 2024年3月启动2024年年底完成: a sentence that begins with a year where the one before has only just ended. */
const joined =
  /20\d\d年(?:\d{1,2}月)?(?:份|上旬|中旬|下旬|底|初|前)*(?:启动|开始|开展|完成|实施|开工|结束|验收)(?=20\d\d年)/

/** “三报两台“: the opening mark where the closing one belongs. */
function turned(text: string): string | null {
  let open = -1
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i)
    if (char === '“' && open >= 0) return text.slice(open, i + 1)
    if (char === '“') open = i
    if (char === '”') open = -1
    if (char === '\n') open = -1
  }
  return null
}

const aimed = (overall: string) => targetForm({ goals: { overall, annual: null, expected: null, actual: null } })

export const punctuationIsSound = reviewRule({
  id: 'A24',
  title: '文字标点不叠用，引号成对',
  severity: 'advice',
  basis: targetManagement,
  fix: '删去多余的标点，改正引号。',
  kinds: everyKind,
  messages: {
    doubled: '“{part}”中标点叠用。',
    turned: '“{part}”的后引号误写成前引号。',
    joined: '“{part}”两句之间缺少标点。',
  },
  *check({ form }, { say }) {
    for (const { path, text } of textCells(form)) {
      // Names are looked at by A02.
      if (path.endsWith('.name')) continue
      const found = doubled.exec(text)
      const part = turned(text)
      const run = joined.exec(text)
      if (run !== null) yield say(path, 'joined', { part: text.slice(run.index, run.index + run[0].length + 7) })
      if (found !== null)
        yield say(path, 'doubled', { part: text.slice(Math.max(0, found.index - 6), found.index + 4) })
      if (part !== null && part.length <= 40) yield say(path, 'turned', { part: part.slice(1, -1) })
    }
  },
  examples: () => ({
    passes: [
      { form: targetForm() },
      { form: aimed('完成“一网通办”“一窗通取”等改革（含登记、审批）。制定《规定》，印发……') },
    ],
    fails: [
      [
        {
          form: withIndicators(targetForm(), { aspect: '时效指标', target: '2024年3月启动2024年年底完成' }),
          from: '004 产品质量监管2024',
        },
        'joined',
        'indicators[0].target.text',
      ],
      [
        {
          form: aimed('聘请执业律师代理行政复议、行政诉讼;。聘请执业律师进行重大决策咨询。'),
          from: '004 法律服务2024',
        },
        'doubled',
        'goals.overall',
      ],
      [
        {
          form: selfEvaluation({
            goals: { overall: null, annual: null, expected: null, actual: '与“三报两台“等主流媒体合作。' },
          }),
          from: '002 宣传业务经费',
        },
        'turned',
        'goals.actual',
      ],
    ],
  }),
})
