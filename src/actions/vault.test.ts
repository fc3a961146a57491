import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import { createVault, keysOf, newKeyText, noVault } from './vault.ts'
import { keyFile, openVault } from './vault-key.ts'

const [first, second] = [newKeyText(), newKeyText()]
const vaultOf = (...keys: string[]) => createVault(keysOf(keys.join('\n'), '试'))
const vault = vaultOf(first)

it('opens what it sealed, for the purpose it was sealed for, and never seals alike twice', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (secret, purpose) => {
      const sealed = vault.seal(secret, purpose)
      expect(vault.open(sealed, purpose)).toBe(secret)
      expect(vault.seal(secret, purpose)).not.toBe(sealed)
      expect(() => vault.open(sealed, `${purpose}!`)).toThrow('已损坏')
    }),
  )
})

it('finds every changed sign', () => {
  const sealed = vault.seal('JBSWY3DPEHPK3PXP', 'totp:1')
  const from = sealed.lastIndexOf(':') + 1
  for (let at = from; at < sealed.length - 1; at++) {
    const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
    expect(() => vault.open(changed, 'totp:1')).toThrow('已损坏')
  }
  for (const short of [from + 4, from + 20, sealed.length - 4])
    expect(() => vault.open(sealed.slice(0, short), 'totp:1')).toThrow('已损坏')
})

it('opens with an older key, seals with the first, and says which key is missing', () => {
  const old = vault.seal('secret', 'x')
  const both = vaultOf(second, first)
  expect(both.open(old, 'x')).toBe('secret')
  expect([both.isCurrent(old), both.isCurrent(both.seal('secret', 'x'))]).toEqual([false, true])
  const renewed = vaultOf(second)
  expect(renewed.canOpen(old)).toBe(false)
  expect(() => renewed.open(old, 'x')).toThrow(old.slice(7, 15))
  expect(() => noVault.open(old, 'x')).toThrow(old.slice(7, 15))
})

it('answers what was stored before there was a key as it is', () => {
  expect([vault.open('JBSWY3DPEHPK3PXP', 'x'), vault.isCurrent('JBSWY3DPEHPK3PXP')]).toEqual([
    'JBSWY3DPEHPK3PXP',
    false,
  ])
})

it.each([
  [''],
  ['abc'],
  [Buffer.alloc(31).toString('base64')],
  [`${newKeyText()} ${Buffer.alloc(33).toString('base64')}`],
])('refuses %j as a key', (text) => {
  expect(() => keysOf(text, 'secrets.key')).toThrow('secrets.key 中的主密钥不能使用')
})

it('makes one key for a data directory, for its owner alone, however many start at once', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'hengji-vault-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  const vaults = await Promise.all(Array.from({ length: 4 }, () => openVault({ dataDir })))
  const sealed = vaults[0]?.seal('secret', 'x') ?? ''
  for (const other of vaults) expect(other.open(sealed, 'x')).toBe('secret')
  expect((await openVault({ dataDir, configured: first })).canOpen(sealed)).toBe(false)
  expect(statSync(join(dataDir, keyFile)).mode & 0o077).toBe(0)
  expect(readFileSync(join(dataDir, keyFile), 'utf8')).toMatch(/^[\w+/]{43}=\n$/)
})
