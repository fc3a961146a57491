// The menu: one line a place, shown to whoever has its permission, or one of several, somewhere (null = everybody).
import {
  AuditOutlined,
  BookOutlined,
  FileSearchOutlined,
  FundOutlined,
  GlobalOutlined,
  HomeOutlined,
  ReadOutlined,
  SettingOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'
import type { Permission } from '../kernel/policy/policy.ts'
import { administration } from './admin/places.ts'
import { paths } from './paths.ts'
import type { Words } from './words.ts'

type WordName = { [K in keyof Words]: Words[K] extends string ? K : never }[keyof Words]
type Place = {
  readonly path: string
  readonly word: WordName
  readonly permission: Permission | readonly Permission[] | null
  readonly icon: ComponentType<{ readonly 'aria-hidden': 'true' }>
}

export const menu: readonly Place[] = [
  { path: paths.work(), word: 'work', permission: 'session.own', icon: HomeOutlined },
  {
    path: paths.review(),
    word: 'review',
    permission: ['filing.unit-review', 'filing.department-review', 'filing.finance-review', 'filing.manage'],
    icon: AuditOutlined,
  },
  { path: paths.check(), word: 'check', permission: null, icon: FileSearchOutlined },
  { path: paths.forms(), word: 'forms', permission: null, icon: UnorderedListOutlined },
  { path: paths.projects(), word: 'projects', permission: 'project.read', icon: FundOutlined },
  { path: paths.compile(), word: 'compile', permission: 'form.compile', icon: ReadOutlined },
  { path: paths.public(), word: 'public', permission: null, icon: GlobalOutlined },
  { path: paths.rules(), word: 'rules', permission: null, icon: BookOutlined },
  { path: paths.administration(), word: 'administration', permission: administration, icon: SettingOutlined },
]
