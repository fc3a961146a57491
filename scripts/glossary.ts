// Writes GLOSSARY.md: every word the code uses for a thing of the domain, and the Chinese term it stands for.
//   npm run pages
import { cellLabel, headCells, rowCells, tables } from '../src/kernel/form/cells.ts'
import { kindLabel } from '../src/kernel/form/kind-label.ts'
import { layouts } from '../src/kernel/layout/index.ts'
import { states } from '../src/kernel/lifecycle/state.ts'
import { verbs } from '../src/kernel/lifecycle/verbs.ts'
import { organisationKinds } from '../src/kernel/organisation/organisation.ts'
import { roles } from '../src/kernel/policy/roles.ts'
import { profiles } from '../src/kernel/profile/index.ts'
import { lightLabel } from '../src/kernel/review/light.ts'
import { needLabel } from '../src/kernel/review/related.ts'
import { ruleGroups } from '../src/kernel/review/rule-groups.ts'
import { severityLabel, verdictLabel } from '../src/kernel/review/words.ts'
import { scoringMethods } from '../src/kernel/scoring/methods/index.ts'

type Row = readonly [word: string, term: string]

/** Words that stand for no single table of the code; each is a folder or a type. */
const ideas: readonly Row[] = [
  ['form', '绩效表：一张表印了什么，以及填的人要它是什么（`src/kernel/form`）'],
  ['layout', '表样：官方表的标签、列和顺序（`src/kernel/layout`）'],
  ['profile', '口径：一地一年的计分、舍入、等级、程度和字数（`src/kernel/profile`）'],
  ['indicator', '绩效指标；dimension 一级指标，aspect 二级指标，name 三级指标'],
  ['target', '指标值：算符、数、单位（`src/kernel/value`）'],
  ['actual', '实际完成值；tier 档：优良中差、达成程度'],
  ['weight', '分值（权重）'],
  ['score', '得分；derivation 算式：输入、公式、计算、舍入、依据'],
  ['grade', '评价等级'],
  ['deviation', '偏差原因分析及改进措施'],
  ['finding', '审核发现；not checked 未能检查（写明原因）'],
  ['light', '灯：得分与执行率是否相称，进度是否正常'],
  ['doubt', '存疑：读到了，但可能不全'],
  ['not read', '未读出：没有把握，不猜'],
  ['cycle', '年度：一年的工作；task 任务：目标申报、调整、监控、自评'],
  ['window', '开放期：从哪天到哪天可以填；deadline 截止，按工作日'],
  ['filing', '填报件：一个单位为一项任务填的一张表，及其每一版'],
  ['version', '版本：每次保存一版，不再改变，以散列相连'],
  ['evidence', '佐证材料'],
  ['event', '审计记录：谁在何时做了什么'],
  ['grant', '授权：某人在某机构的一个角色；reach 范围：本单位、下级、被指派的'],
  ['publication', '公开：发布在公开页上的一版'],
  ['compilation', '汇编：多张表成一份文件，带目录'],
]

export function glossary(): string {
  return `# Glossary

One noun, one word, one file stem. Made from the tables of the code (\`npm run pages\`).

${section('Ideas', ideas)}
${section('Kinds of form (表的种类)', Object.entries(kindLabel))}
${section('Fields of a form (表的字段)', fields())}
${section(
  'Verbs of a filing (办理)',
  Object.entries(verbs).map(([verb, { title }]) => [verb, title]),
)}
${section('States of a filing (状态)', Object.entries(states))}
${section('Roles (角色)', Object.entries(roles))}
${section('Organisations (机构)', Object.entries(organisationKinds))}
${section('Groups of rules (审核规则)', Object.entries(ruleGroups))}
${section('What a rule may need (还需要什么)', Object.entries(needLabel))}
${section('Severities (程度)', Object.entries(severityLabel))}
${section('Verdicts on a printed score (与填报得分相比)', Object.entries(verdictLabel))}
${section('Lights (灯)', Object.entries(lightLabel))}
${section(
  'Methods of scoring (计分方法)',
  scoringMethods.map(({ id, title }) => [id, title]),
)}
${section(
  'Profiles (口径)',
  profiles.map(({ id, title }) => [id, title]),
)}
${section(
  'Layouts (表样)',
  layouts.map(({ id, title, region }) => [id, `${region ? `${region}：` : ''}${title}`]),
)}`
}

const fields = (): readonly Row[] => [
  ...headCells().map((name): Row => [name, cellLabel(name)]),
  ...tables.flatMap((table) => rowCells(table).map((name): Row => [`${table}[].${name}`, cellLabel(name, table)])),
]

const section = (title: string, rows: readonly (readonly [string, string])[]): string =>
  `## ${title}\n\n| word | term |\n|---|---|\n${rows.map(([word, term]) => `| ${word} | ${term} |`).join('\n')}\n`
