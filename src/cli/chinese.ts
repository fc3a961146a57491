// commander speaks English; the people who type these commands read Chinese.
import { type Command, type CommanderError, Help } from 'commander'
import { displayWidth } from '../documents/wrapped.ts'
import { say } from './outcome.ts'

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
}

/** What commander refuses, by its code; the words in quotes are the user's own. */
const refusals: Readonly<Record<string, (quoted: string) => string>> = {
  'commander.unknownCommand': (quoted) => `没有“${quoted}”这个命令。运行 npx hengji --help 查看全部命令。`,
  'commander.unknownOption': (quoted) => `没有“${quoted}”这个选项。加 --help 查看可用的选项。`,
  'commander.missingArgument': (quoted) => `缺少参数“${quoted}”。加 --help 查看用法。`,
  'commander.optionMissingArgument': (quoted) => `选项“${quoted}”后面缺少取值。加 --help 查看用法。`,
  'commander.missingMandatoryOptionValue': (quoted) => `缺少选项“${quoted}”。加 --help 查看用法。`,
  'commander.excessArguments': () => '参数过多。加 --help 查看用法。',
}

const inUsage = (usage: string): string => usage.replace('[options]', '[选项]').replace('[command]', '[命令]')

/** Titles of the help in Chinese, and nothing printed by commander itself about errors: `refusalOf` says it. */
export const inChinese = (program: Command): Command =>
  program
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      styleUsage: inUsage,
      subcommandTerm: (command) => inUsage(new Help().subcommandTerm(command)),
      displayWidth,
    })
    .configureOutput({ writeErr: (text) => say(text.trimEnd()), outputError: () => undefined })

/** One Chinese line for what commander refused; an invalid value's own sentence is already one. */
export function refusalOf({ code, message }: CommanderError): string {
  const quoted = /'([^']*)'/.exec(message)?.[1] ?? ''
  if (code === 'commander.invalidArgument') return `“${quoted}”的取值不对。${message.replace(/^.*is invalid\.\s*/, '')}`
  return refusals[code]?.(quoted) ?? message
}
