// Several documents handed in as one archive.
import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readArchive } from './read-archive.ts'
import { readText } from './read-document.ts'

const bytesOf = (name: string): Uint8Array => readFileSync(`demo/${name}.txt`)
const names = (name: string) => readText(String(bytesOf(name)), name).forms.map((form) => form.project?.name)
const zip = (files: Record<string, Uint8Array>): Uint8Array => zipSync(files)

describe('an archive of documents', () => {
  it('yields the forms of all its files in the order of their names, and says from which they are', async () => {
    const { forms, files } = await readArchive(
      zip({ '2/自评.txt': bytesOf('002'), '1.txt': bytesOf('001') }),
      '报送.zip',
    )
    expect(files).toEqual([
      { name: '1.txt', forms: 4 },
      { name: '2/自评.txt', forms: 9 },
    ])
    expect(forms.map((form) => form.project?.name)).toEqual([...names('001'), ...names('002')])
  })

  it('counts lines on, so that every source stands in its own file', async () => {
    const { forms, lines } = await readArchive(zip({ 'a.txt': bytesOf('001'), 'b.txt': bytesOf('002') }), 'x.zip')
    for (const form of forms)
      for (const source of Object.values(form.sources ?? {})) {
        const at = lines.slice((source.line ?? 1) - 1, source.lineEnd ?? source.line).map(({ text }) => text)
        expect(at.join('').replace(/\s/g, '')).toContain(source.text.replace(/\s/g, '').slice(0, 4))
      }
    expect(lines.map(({ line }) => line)).toEqual(lines.map((_, i) => i + 1))
  })

  it('names the files that cannot be used and reads the others', async () => {
    const files = {
      '好.txt': bytesOf('001'),
      '坏.docx': bytesOf('001').slice(0, 0),
      '通知.txt': Buffer.from('开会通知'),
    }
    const { forms, notes } = await readArchive(zip(files), 'x.zip')
    expect(forms).toHaveLength(4)
    expect(notes).toEqual([expect.stringContaining('坏.docx'), expect.stringContaining('通知.txt')])
  })

  it('refuses an archive without any form, and one of too many files', async () => {
    await expect(readArchive(zip({ '通知.txt': Buffer.from('开会通知') }), 'x.zip')).rejects.toThrow('通知.txt')
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`${i}.txt`, bytesOf('001').slice(0, 10)]))
    await expect(readArchive(zip(many), 'x.zip')).rejects.toThrow('201 个文件（上限 200）')
  })
})
