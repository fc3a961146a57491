import type { Command } from 'commander'
import { problem } from '../kernel/problem.ts'
import { rules } from '../kernel/review/rules/index.ts'
import { severityLabel } from '../kernel/review/words.ts'
import { print } from './outcome.ts'
import { table } from './table.ts'

/** `rules`, `rules show ID`: the review rules, readable. */
export const rulesCommand = (program: Command): void => {
  const command = program
    .command('rules')
    .description('列出审核规则')
    .action(() =>
      print(
        table(
          [
            { title: '规则', max: 4 },
            { title: '程度', max: 4 },
            { title: '应当', max: 84 },
          ],
          rules.map((rule) => [rule.id, severityLabel[rule.severity], rule.title]),
        ),
      ),
    )
  command
    .command('show <id>')
    .description('一条规则的依据、提示和改法')
    .action((id: string) => {
      const rule = rules.find((r) => r.id === id.toUpperCase())
      if (!rule) throw problem('rule.unknown', { id })
      print(
        [
          `${rule.id} ${rule.title}（${severityLabel[rule.severity]}）`,
          `依据：${rule.basis}`,
          `提示：${Object.values(rule.messages).join('\n　　　')}`,
          `改法：${rule.fix}`,
          `例子：docs/rules/${rule.id}.md`,
        ].join('\n'),
      )
    })
}
