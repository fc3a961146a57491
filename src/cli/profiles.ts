import type { Command } from 'commander'
import { namedProfile } from '../actions/check-document.ts'
import { layouts } from '../kernel/layout/index.ts'
import { profiles } from '../kernel/profile/index.ts'
import type { Profile } from '../kernel/profile/profile.ts'
import { differences, profileWords } from '../kernel/profile/words.ts'
import { rules } from '../kernel/review/rules/index.ts'
import { print, printJson } from './outcome.ts'
import { hanging, table } from './table.ts'

const titleOf = (id: string): string => rules.find((rule) => rule.id === id)?.title ?? id

/** `profiles`, `profiles show ID`, `profiles diff A B`: the rule packs, readable. */
export const profilesCommand = (program: Command): void => {
  const command = program
    .command('profiles')
    .description('列出口径')
    .action(() =>
      print(
        table(
          [
            { title: '口径', max: 26 },
            { title: '名称', max: 40 },
            { title: '适用地区', max: 28 },
          ],
          profiles.map((p) => [p.id, p.title, p.regions.slice(0, 3).join('、') || '全国']),
        ),
      ),
    )
  command
    .command('show <口径>')
    .description('一个口径的全部规定、来源和核对日期')
    .option('--json', '输出 JSON')
    .action((id: string, { json }: { json?: boolean }) => {
      const profile = namedProfile(id)
      if (json) printJson(profile)
      else print(shown(profile))
    })
  command
    .command('diff <甲> <乙>')
    .description('两个口径的不同之处，用话说明')
    .action((a: string, b: string) => print(compared(namedProfile(a), namedProfile(b))))
}

function shown(profile: Profile): string {
  const forms = layouts.filter(({ region }) => profile.regions.includes(region)).map(({ title }) => title)
  return [
    `${profile.title}（${profile.id}）`,
    '',
    ...profileWords(profile, titleOf).map(({ topic, text }) => hanging(`${topic}：`, text)),
    ...(forms.length > 0 ? [hanging('本地表样：', `${[...new Set(forms)].join('、')}。`)] : []),
    '',
    '来源（核对日期）',
    ...profile.sources.map(({ text, checked }) => hanging('· ', `${text}（${checked}）`)),
  ].join('\n')
}

function compared(left: Profile, right: Profile): string {
  const found = differences(left, right, titleOf)
  if (found.length === 0) return `${left.title}与${right.title}没有不同。`
  return [
    `${left.title}（${left.id}）与${right.title}（${right.id}）有 ${found.length} 处不同：`,
    ...found.flatMap((difference, i) => [
      '',
      `${i + 1}. ${difference.topic}`,
      hanging(`   ${left.id}：`, difference.left ?? '没有规定。'),
      hanging(`   ${right.id}：`, difference.right ?? '没有规定。'),
    ]),
  ].join('\n')
}
