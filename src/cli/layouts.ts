import type { Command } from 'commander'
import { kindLabel } from '../kernel/form/kind-label.ts'
import { layouts } from '../kernel/layout/index.ts'
import { print } from './outcome.ts'
import { table } from './table.ts'

/** `layouts`: the official forms there are, as `task open --layout` and `convert --layout` take them. */
export const layoutsCommand = (program: Command): void => {
  program
    .command('layouts')
    .description('列出表样')
    .action(() =>
      print(
        table(
          [
            { title: '表样', max: 40 },
            { title: '名称', max: 40 },
            { title: '类型', max: 24 },
          ],
          layouts.map(({ id, title, kind }) => [id, title, kindLabel[kind]]),
        ),
      ),
    )
}
