// 一级指标 and 二级指标 at the beginning of a row: known words, and words the document itself repeats there.
import { profiles } from '../../kernel/profile/index.ts'
import type { Atom } from '../flow/atoms.ts'
import { labelKey } from '../text.ts'

type Words = { readonly words: ReadonlySet<string>; readonly longest: number }

const words = (list: Iterable<string>): Words => {
  const found = new Set([...list].map(labelKey).filter((word) => word.length > 1))
  return { words: found, longest: Math.max(0, ...[...found].map((word) => word.length)) }
}

const firstLevels = profiles.flatMap((profile) => profile.dimensions)
const printed = (named: { readonly name: string; readonly aliases: readonly string[] }): string[] => [
  named.name,
  ...named.aliases,
]

/** Short spellings (产出, 效果) are too common in names to begin a block with. */
export const dimensionWords: Words = words([
  ...firstLevels.flatMap(printed).filter((word) => word.endsWith('指标')),
  ...['履职效能', '履职效能指标', '管理效率', '管理效率指标', '社会效应', '社会效应指标', '可持续性指标', '运行成本'],
  ...['投入指标', '过程指标', '决策指标', '管理指标', '影响力指标'],
])

export const aspectWords: Words = words([
  ...firstLevels.flatMap((dimension) => dimension.aspects.flatMap(printed)),
  ...[
    '可持续发展',
    '可持续发展指标',
    '可持续影响力',
    '社会公众满意度',
    '社会公众满意度指标',
    '公众满意度',
    '公众满意度指标',
  ],
  ...['受益对象满意度', '受益对象满意度指标', '群众满意度', '群众满意度指标', '满意度指标', '其他指标'],
  ...[
    '社会公众或服务对象满意度',
    '社会公众或服务对象满意度指标',
    '服务对象满意度指标',
    '生态环境效益',
    '生态环境效益指标',
  ],
  ...['时效性指标', '效率指标', '公平性指标', '成本节约指标'],
])

/** Pieces of one wrapped label: only line breaks inside. */
const mostPieces = 4

/** How many atoms from `at` on spell one of the words; 0 = none. The longest word wins. */
export function spelledAt(atoms: readonly Atom[], at: number, of: Words): number {
  let spelled = ''
  let count = 0
  for (let i = at; i < atoms.length && i < at + mostPieces; i++) {
    const atom = atoms[i]
    if (atom === undefined || (i > at && atom.gap === 'space')) break
    spelled += labelKey(atom.text)
    if (spelled.length > of.longest) break
    if (of.words.has(spelled)) count = i - at + 1
  }
  return count
}

/** The words together with those a document repeats. */
export const extended = (of: Words, learned: Iterable<string>): Words => words([...of.words, ...learned])
