import { Modal } from 'antd'
import { useEffect } from 'react'
import { labelOf } from '../parts/cell-words.ts'
import { useEditorWords } from '../words/editor.ts'
import type { Pasted } from './paste.ts'

type Props = {
  readonly pasted: Pasted
  readonly onApply: () => void
  readonly onCancel: () => void
  /** The keyboard goes back to the sheet. */
  readonly onClosed: () => void
}

const mostShown = 200

/** What a paste would change, before it does. */
export function PastePreview({ pasted, onApply, onCancel, onClosed }: Props) {
  const words = useEditorWords()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it goes
  useEffect(() => () => void setTimeout(onClosed), [])
  const faults = pasted.cells.filter(({ fault }) => fault !== null)
  const taken = pasted.cells.filter(({ fault }) => fault === null)
  return (
    <Modal
      open
      title={words.pasteTitle}
      okText={words.apply}
      cancelText={words.cancel}
      onOk={onApply}
      onCancel={onCancel}
      width={860}
    >
      <p>
        {taken.length === 0 && faults.length === 0
          ? words.pasteNothing
          : words.pasteSummary(taken.length, pasted.rowsAdded)}
      </p>
      {pasted.left.length > 0 && <p className="note">{words.pasteLeft(pasted.left.join('、'))}</p>}
      {faults.length > 0 && (
        <>
          <p className="danger">{words.pasteFaults(faults.length)}</p>
          <ul className="paste-faults">
            {faults.slice(0, mostShown).map(({ path, fault, text }) => (
              <li key={path}>
                {labelOf(path)} “{text}”：{fault}
              </li>
            ))}
          </ul>
        </>
      )}
      {taken.length > 0 && (
        <div className="paste-list">
          <table>
            <thead>
              <tr>
                <th />
                <th>{words.before}</th>
                <th>{words.after}</th>
              </tr>
            </thead>
            <tbody>
              {taken.slice(0, mostShown).map(({ path, before, text }) => (
                <tr key={path}>
                  <th scope="row">{labelOf(path)}</th>
                  <td>{before}</td>
                  <td>{text}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {taken.length > mostShown && <p className="note">… {taken.length - mostShown}</p>}
        </div>
      )}
    </Modal>
  )
}
