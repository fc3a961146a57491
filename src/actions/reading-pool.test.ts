import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import { afterEach, describe, expect, it } from 'vitest'
import { createReadingPool, type PoolLimits, type ReadingPool } from './reading-pool.ts'

const document = { bytes: readFileSync('demo/001.txt'), name: '001.txt' }
/** Published text, over and over: some seconds of work. */
const long = { bytes: Buffer.concat(Array.from({ length: 120 }, () => readFileSync('demo/002.txt'))), name: '长.txt' }

let pool: ReadingPool
const pooled = (limits: Partial<PoolLimits> = {}) => {
  pool = createReadingPool(limits)
  return pool
}
afterEach(() => pool.close())

describe('reading in threads', () => {
  it('answers what checking in place answers', async () => {
    const { forms } = await pooled().check(document)
    expect(forms.map(({ form }) => form.project?.name)).toContain('质量发展专项经费')
    expect(forms[1]?.check.total.printed).toBe('97.97')
  })

  it('reads every document of an archive, and says which form is from which', async () => {
    const bytes = zipSync({ '一.txt': readFileSync('demo/001.txt'), '二.txt': readFileSync('demo/000.txt') })
    const { forms, files } = await pooled().check({ bytes, name: '报送.zip' })
    expect(files).toEqual([
      { name: '二.txt', forms: 4 },
      { name: '一.txt', forms: 4 },
    ])
    expect(forms).toHaveLength(8)
    await expect(pool.check({ bytes: zipSync({ '空.txt': new Uint8Array() }), name: '空.zip' })).rejects.toMatchObject({
      code: 'document.unusable',
    })
  })

  it('annotates as well, and passes on what takes no comments', async () => {
    const { name, base64 } = await pooled().annotate(document)
    expect(name).toBe('001.txt')
    expect(Buffer.from(base64, 'base64').toString()).toMatch(/^〔衡绩批注〕.*（规则 [A-Z]\d\d）$/m)
    const old = { bytes: readFileSync('test/golden/files/000-excel.xls'), name: '旧.xls' }
    await expect(pool.annotate(old)).rejects.toMatchObject({
      code: 'document.unusable',
      message: expect.stringMatching(/^旧\.xls：.*xlsx/),
    })
  })

  it('passes on what the reader refuses', async () => {
    await expect(pooled().check({ bytes: new Uint8Array(), name: '空.txt' })).rejects.toMatchObject({
      code: 'document.unusable',
    })
  })

  it('stops a document that takes too long, and reads the next one', async () => {
    pooled({ threads: 1, seconds: 1 })
    await expect(pool.check(long)).rejects.toMatchObject({ code: 'document.tooSlow' })
    const { forms } = await pooledAgain(document)
    expect(forms).toHaveLength(4)
  })

  it('stops when nobody waits for the answer any more, and lets the next one in', async () => {
    pooled({ threads: 1 })
    const gone = new AbortController()
    const first = pool.check(long, gone.signal)
    const second = pool.check(document)
    setTimeout(() => gone.abort(), 300)
    await expect(first).rejects.toThrow()
    expect((await second).forms).toHaveLength(4)
  })

  it('does not even begin what was given up while it waited', async () => {
    pooled({ threads: 1 })
    const gone = new AbortController()
    const first = pool.check(document)
    const second = pool.check(document, gone.signal)
    gone.abort()
    await expect(second).rejects.toThrow()
    expect((await first).forms).toHaveLength(4)
  })
})

/** The limit of one second is for the long document; on a busy machine a short one may need longer too. */
const pooledAgain = async (input: typeof document) => {
  for (let attempt = 0; ; attempt++)
    try {
      return await pool.check(input)
    } catch (error) {
      if (attempt > 20) throw error
    }
}
