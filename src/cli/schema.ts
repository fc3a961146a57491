import type { Command } from 'commander'
import { z } from 'zod'
import { FormDocument } from '../kernel/form/form.ts'
import { printJson } from './outcome.ts'

/** `schema`: the JSON Schema of the form format, made from the schema the program itself checks with. */
export const schemaCommand = (program: Command): void => {
  program
    .command('schema')
    .description('输出绩效表数据格式的 JSON Schema')
    .action(() => printJson(z.toJSONSchema(FormDocument)))
}
