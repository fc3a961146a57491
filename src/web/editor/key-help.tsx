import { Button, Popover } from 'antd'
import { useEditorWords } from '../words/editor.ts'

/** Which keys the sheet knows. */
export function KeyHelp() {
  const words = useEditorWords()
  const list = (
    <dl className="key-help">
      {words.keyList.map(([keys, what]) => (
        <div key={keys}>
          <dt>
            <kbd>{keys}</kbd>
          </dt>
          <dd>{what}</dd>
        </div>
      ))}
    </dl>
  )
  return (
    <Popover trigger="click" placement="bottomLeft" title={words.keys} content={list}>
      <Button size="small">{words.keys}</Button>
    </Popover>
  )
}
