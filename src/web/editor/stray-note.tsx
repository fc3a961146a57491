import { Alert } from 'antd'
import { cellLabel } from '../../kernel/form/cells.ts'
import { placeOf } from '../../kernel/form/type-in.ts'
import { useEditorWords } from '../words/editor.ts'
import type { LeftTyping } from './left-typing.ts'

type Props = { readonly stray: readonly LeftTyping[]; readonly onClose: () => void }

/** What was half written last time and has no place any more: to be read, copied and put away. */
export function StrayNote({ stray, onClose }: Props) {
  const words = useEditorWords()
  if (stray.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      closable={{ onClose, 'aria-label': words.putAway }}
      title={words.stray}
      description={
        <ul className="plain">
          {stray.map(({ path, text }) => {
            const place = placeOf(path)
            return <li key={path}>{`${place ? cellLabel(place.name, place.table) : cellLabel(path)}：${text}`}</li>
          })}
        </ul>
      }
    />
  )
}
