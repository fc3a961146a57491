import { Alert } from 'antd'
import { useEditorWords } from '../words/editor.ts'

/** In place of a part that could not be fetched: the form itself stays as it is. */
export function NotLoaded() {
  const words = useEditorWords()
  return <Alert type="warning" showIcon title={words.notLoaded} />
}
