import { z } from 'zod'
import { endpoint } from './endpoint.ts'

export const documents = {
  /** The stored file, byte for byte; not JSON. */
  file: endpoint<ArrayBuffer>()('form.read', 'GET', '/documents/:id/file', z.object({ id: z.uuid('不是文件的编号') })),
}
