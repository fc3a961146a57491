import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { effective, shown } from './settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'hengji-settings-'))
afterAll(() => rmSync(folder, { recursive: true }))

function fileWith(content: unknown): string {
  const path = join(folder, 'hengji.config.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

describe('the value in force', () => {
  const config = () =>
    fileWith({ port: 1, host: '10.0.0.1', log: 'info', s3: { bucket: '佐证', endpoint: 'http://s3:9000' } })

  it('is that of the command line, else the environment, else the file, else the default', () => {
    const { values, sources } = effective({ config: config(), port: 3 }, { HENGJI_PORT: '2', HENGJI_HOST: '10.0.0.2' })
    expect([values.port, sources.port]).toEqual([3, '命令行'])
    expect([values.host, sources.host]).toEqual(['10.0.0.2', '环境变量'])
    expect([values['s3.bucket'], sources['s3.bucket']]).toEqual(['佐证', '配置文件'])
    expect([values.signInsPerMinute, sources.signInsPerMinute]).toEqual([120, '默认'])
    expect([values.metricsToken, sources.metricsToken]).toEqual([undefined, null])
  })

  it('is read from the texts of the environment', () => {
    const env = { HENGJI_ALLOW_HOST: 'a.cn, b.cn', HENGJI_TRUST_PROXY: 'yes', HENGJI_SIGN_INS_PER_MINUTE: '5' }
    const { values } = effective({ config: config() }, env)
    expect(values).toMatchObject({ allowHost: ['a.cn', 'b.cn'], trustProxy: true, signInsPerMinute: 5 })
    expect(effective({ config: config() }, { HENGJI_TRUST_PROXY: '10.0.0.9' }).values.trustProxy).toBe('10.0.0.9')
  })

  it.each([
    ['a key nobody knows', { prot: 1 }, {}, /没有设置项“prot”/],
    ['a value of the wrong kind', { port: 'x' }, {}, /hengji\.config\.json 不能使用：port/],
    ['no JSON', '{', {}, /不是有效的 JSON/],
    ['a wrong variable', {}, { HENGJI_PORT: 'x' }, /环境变量 HENGJI_PORT 不能使用/],
  ])('refuses %s', (_, content, env, message) => {
    expect(() => effective({ config: fileWith(content) }, env)).toThrow(message)
  })

  it('refuses a file that is named and not there', () =>
    expect(() => effective({ config: join(folder, 'none.json') }, {})).toThrow(/文件不存在/))
})

it('shows no secret', () => {
  expect(shown('s3.secretAccessKey', 'geheim')).toBe('•••')
  expect(shown('databaseUrl', 'postgres://hengji:geheim@db:5432/x')).toBe('postgres://hengji:•••@db:5432/x')
  expect(shown('databaseUrl', 'postgres://db/x')).toBe('postgres://db/x')
  expect(shown('port', 8520)).toBe('8520')
  expect(shown('metricsToken', undefined)).toBe('（未设置）')
})
