// 总分和等级怎么算出来的: every number folds open to its steps and to the numbers it is made of.
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { Form } from '../../kernel/form/form.ts'
import type { FormCheck } from '../../kernel/review/check.ts'
import { type Branch, derivationTree } from '../../kernel/review/explain.ts'
import { useFormWords } from '../words/form.ts'
import { Derivation } from './derivation.tsx'

type Props = { readonly form: Form; readonly check: FormCheck }

export function DerivationTree({ form, check }: Props) {
  const words = useFormWords()
  const tree = useMemo(() => derivationTree({ form, check }), [form, check])
  const all = useMemo(() => keysOf(tree, ''), [tree])
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  if (tree.length === 0) return null
  const turn = (key: string, to: boolean) =>
    setOpen((before) => (before.has(key) === to ? before : turned(before, key)))
  const whole = all.every((key) => open.has(key))
  return (
    <section className="derivation-tree" aria-label={words.howTotal}>
      <h3>
        {words.howTotal}
        <Button size="small" type="link" onClick={() => setOpen(new Set(whole ? [] : all))}>
          {whole ? words.closeAll : words.openAll}
        </Button>
      </h3>
      <Branches branches={tree} above="" open={open} onTurn={turn} />
    </section>
  )
}

type BranchesProps = {
  readonly branches: readonly Branch[]
  readonly above: string
  readonly open: ReadonlySet<string>
  readonly onTurn: (key: string, open: boolean) => void
}

/** Lists in lists: how deep one is and how many there are is read out. What is folded is not drawn. */
const Branches = ({ branches, above, open, onTurn }: BranchesProps) => (
  <ul lang="zh-CN">
    {branches.map((branch) => {
      const key = keyOf(branch, above)
      return (
        <li key={key}>
          <details open={open.has(key)} onToggle={({ currentTarget }) => onTurn(key, currentTarget.open)}>
            <summary>{branch.title}</summary>
            {open.has(key) && (
              <>
                {branch.steps.length > 0 && <Derivation steps={branch.steps} />}
                {branch.parts.length > 0 && (
                  <Branches branches={branch.parts} above={key} open={open} onTurn={onTurn} />
                )}
              </>
            )}
          </details>
        </li>
      )
    })}
  </ul>
)

/** By its cell, so that it stays open while its numbers change; a group has none and goes by its first part. */
const keyOf = ({ path, parts }: Branch, above: string): string => `${above}/${path || `of ${parts[0]?.path}`}`

const keysOf = (branches: readonly Branch[], above: string): readonly string[] =>
  branches.flatMap((branch) => {
    const key = keyOf(branch, above)
    return [key, ...keysOf(branch.parts, key)]
  })

function turned(open: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(open)
  if (!next.delete(key)) next.add(key)
  return next
}
