import { Alert } from 'antd'
import type { Refusal } from '../call.ts'
import { labelOf } from '../editor/sheet-editor.tsx'

const shown = 50

/** Why something was refused, cell by cell. */
export const RefusedNote = ({ refused, onClose }: { readonly refused: Refusal; readonly onClose: () => void }) => (
  <Alert
    type="error"
    showIcon
    closable={{ onClose }}
    title={refused.message}
    description={
      refused.errors.length > 0 && (
        <ul className="plain">
          {refused.errors.slice(0, shown).map(({ path, message: what }) => (
            <li key={`${path} ${what}`}>
              {path && `${labelOf(path)}：`}
              {what}
            </li>
          ))}
        </ul>
      )
    }
  />
)
