// LibreOffice's print of our Word file, its tables without borders.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { formats } from '../../src/documents/write/formats.ts'
import type { Form } from '../../src/kernel/form/form.ts'

const isInstalled = spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0

/** Null where LibreOffice is not installed. */
export async function withOffice(forms: readonly Form[]): Promise<Uint8Array | null> {
  if (!isInstalled) return null
  const folder = mkdtempSync(join(tmpdir(), 'hengji-borderless-'))
  try {
    const file = join(folder, '表.docx')
    writeFileSync(file, withoutBorders(Buffer.concat([...formats.docx(forms)])))
    const profile = `-env:UserInstallation=file://${join(tmpdir(), 'hengji-borderless-profile')}`
    spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], { stdio: 'ignore' })
    return readFileSync(join(folder, '表.pdf'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const withoutBorders = (docx: Uint8Array): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(unzipSync(docx)).map(([name, bytes]) => [
        name,
        name === 'word/styles.xml'
          ? strToU8(strFromU8(bytes).replace(/<w:tblBorders>.*?<\/w:tblBorders>/g, ''))
          : bytes,
      ]),
    ),
  )
