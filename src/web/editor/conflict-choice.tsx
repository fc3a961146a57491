import { Modal, Radio } from 'antd'
import { useState } from 'react'
import type { ProblemError } from '../../kernel/problem.ts'
import { useEditorWords } from '../words/editor.ts'

type Props = {
  readonly conflicts: readonly ProblemError[]
  /** Paths whose own value is to be kept; theirs stays in the others. */
  readonly onChosen: (mine: readonly string[]) => void
}

/** Both sides changed these cells: one is chosen, nothing is overwritten unseen. */
export function ConflictChoice({ conflicts, onChosen }: Props) {
  const words = useEditorWords()
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set(conflicts.map(({ path }) => path)))
  const choose = (path: string, own: boolean) =>
    setMine((before) => new Set(own ? [...before, path] : [...before].filter((one) => one !== path)))
  return (
    <Modal
      open
      title={words.conflictTitle}
      okText={words.keep}
      onOk={() => onChosen([...mine])}
      closable={false}
      cancelButtonProps={{ style: { display: 'none' } }}
      width={760}
    >
      <p>{words.conflictHint}</p>
      {conflicts.map(({ path, message, mine: own, theirs }) => (
        <fieldset key={path} className="bare conflict">
          <legend>{message}</legend>
          <Radio.Group value={mine.has(path)} onChange={({ target }) => choose(path, target.value === true)}>
            <Radio value>
              {words.mine}：{own || '（空）'}
            </Radio>
            <Radio value={false}>
              {words.theirs}：{theirs || '（空）'}
            </Radio>
          </Radio.Group>
        </fieldset>
      ))}
    </Modal>
  )
}
