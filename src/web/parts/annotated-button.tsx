// 批注件: the user's own file with the findings in it, made when asked for.
import { CommentOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { check } from '../../api/check.ts'
import { call } from '../call.ts'
import { useWords } from '../words.ts'
import { saveFile } from './download.ts'
import { sentenceOf } from './refusal.tsx'

/** A kind of file that takes no comments is refused by the server, with advice. */
export function AnnotatedButton({ file }: { readonly file: File }) {
  const words = useWords()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const fetchFile = async () => {
    setBusy(true)
    try {
      const { name, base64 } = await call(check.annotated, { name: file.name }, { bytes: file })
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      saveFile(name.replace(/(\.[^.]*)?$/, '-批注$1'), new Blob([bytes]))
    } catch (error) {
      message.error(sentenceOf(error instanceof Error ? error : new Error(String(error)), words), 8)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button icon={<CommentOutlined />} loading={busy} onClick={fetchFile}>
      {words.downloadAnnotated}
    </Button>
  )
}
