import { InboxOutlined } from '@ant-design/icons'
import { useWords } from '../words.ts'
import { useFileDrop } from './use-file-drop.ts'

type Props = { readonly isSmall: boolean; readonly onTake: (files: readonly File[]) => void }

/** Files by click, by keyboard, or dropped anywhere on the page. Any kind: what cannot be read is said why. */
export function DropZone({ isSmall, onTake }: Props) {
  const words = useWords()
  useFileDrop(onTake)
  return (
    <label className={isSmall ? 'drop drop-small' : 'drop'}>
      <input
        type="file"
        multiple
        className="unseen"
        onChange={(event) => {
          onTake([...(event.target.files ?? [])])
          event.target.value = '' // the same file may be chosen again after it was corrected
        }}
      />
      <InboxOutlined className="drop-icon" aria-hidden="true" />
      <span className="drop-title">{words.drop}</span>
      <span className="drop-hint">{words.dropHint}</span>
    </label>
  )
}
