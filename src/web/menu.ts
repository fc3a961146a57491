// The menu: one line a place, shown to whoever has its permission somewhere (null = everybody).
import { FileSearchOutlined, HomeOutlined, UnorderedListOutlined } from '@ant-design/icons'
import type { ComponentType } from 'react'
import type { Permission } from '../kernel/policy/policy.ts'
import { paths } from './paths.ts'
import type { Words } from './words.ts'

type WordName = { [K in keyof Words]: Words[K] extends string ? K : never }[keyof Words]
type Place = {
  readonly path: string
  readonly word: WordName
  readonly permission: Permission | null
  readonly icon: ComponentType<{ readonly 'aria-hidden': 'true' }>
}

export const menu: readonly Place[] = [
  { path: paths.work(), word: 'work', permission: 'session.own', icon: HomeOutlined },
  { path: paths.check(), word: 'check', permission: null, icon: FileSearchOutlined },
  { path: paths.forms(), word: 'forms', permission: null, icon: UnorderedListOutlined },
]
