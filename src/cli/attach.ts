import type { Command } from 'commander'
import { addEvidence } from '../actions/evidence.ts'
import { evidence } from '../api/evidence.ts'
import { type DatabaseOptions, filesOf, onStoredData, withDatabaseOptions } from './database-options.ts'
import { openFile } from './files.ts'
import { print, say } from './outcome.ts'
import { effective } from './settings.ts'

type Given = DatabaseOptions & {
  readonly kind: string
  readonly path?: string
  readonly method?: string
  readonly note?: string
}

/** `filing attach ID FILE --kind KIND`: evidence for the form or one of its rows. */
export const attachCommand = (filing: Command): void => {
  withDatabaseOptions(filing.command('attach'))
    .description('上传佐证材料')
    .argument('<编号>')
    .argument('<文件>')
    .requiredOption('--kind <类别>', '如 basis（立项依据）、payment（资金支付明细）、result（指标完成情况证明）')
    .option('--path <位置>', '证明哪一行，如 indicators[0]；不写为整张表')
    .option('--method <取值方式>', 'direct、statistics、statement、survey 或 trend')
    .option('--note <说明>')
    .action((filingId: string, path: string, { kind, path: row, method, note, ...options }: Given) =>
      onStoredData(options, async (context) => {
        const { bytes, name } = await openFile(path)
        const given = evidence.add.input.parse({ filingId, name, kind, path: row, method, note })
        const files = filesOf(effective(options).values)
        const { usedElsewhere } = await addEvidence(context, files, { ...given, bytes })
        for (const use of usedElsewhere) say(use)
        print(`已上传：${name}`)
      }),
    )
}
