import { Spin } from 'antd'
import { useWords } from '../words.ts'

export function Loading({ what }: { what?: string }) {
  const words = useWords()
  return (
    <div className="loading" role="status">
      <Spin /> <span>{words.loading(what ?? words.thePage)}</span>
    </div>
  )
}
