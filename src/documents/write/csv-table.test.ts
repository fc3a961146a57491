import { expect, it } from 'vitest'
import { writeCsvTable } from './csv-table.ts'

async function* rows(...given: (string | number | null)[][]) {
  yield* given
}

it('opens in a spreadsheet as it stands, and runs nothing', async () => {
  const parts: Uint8Array[] = []
  for await (const part of writeCsvTable(['事项', '对象'], rows(['登录', '=HYPERLINK("x")'], [3, null])))
    parts.push(part)
  expect(Buffer.concat(parts).toString()).toBe('\ufeff事项,对象\r\n登录,"\'=HYPERLINK(""x"")"\r\n3,\r\n')
})
