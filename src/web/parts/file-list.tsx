import { Button } from 'antd'
import type { FileCheck } from './document-checks.ts'

type Props = {
  readonly files: readonly FileCheck[]
  readonly chosen: number | null
  readonly onChoose: (id: number) => void
  readonly onCancel: (id: number) => void
}

/** The files of this visit, each with its outcome. */
export const FileList = ({ files, chosen, onChoose, onCancel }: Props) => (
  <ul className="file-list" aria-label="文件">
    {files.map((file) => (
      <li key={file.id} className={file.id === chosen ? 'file-chosen' : undefined}>
        <button
          type="button"
          className="link-button"
          aria-current={file.id === chosen}
          onClick={() => onChoose(file.id)}
        >
          {file.name}
        </button>
        <span className="file-outcome">{outcomeOf(file)}</span>
        {(file.state.step === 'waiting' || file.state.step === 'checking') && (
          <Button size="small" onClick={() => onCancel(file.id)}>
            取消
          </Button>
        )}
      </li>
    ))}
  </ul>
)

function outcomeOf({ state }: FileCheck): string {
  switch (state.step) {
    case 'waiting':
      return '等待检查'
    case 'checking':
      return '正在检查…'
    case 'cancelled':
      return '已取消'
    case 'failed':
      return '不能检查'
    case 'done': {
      const errors = state.document.forms.reduce(
        (n, { check }) => n + check.findings.filter((f) => f.severity === 'error').length,
        0,
      )
      return `${state.document.forms.length} 张表，错误 ${errors} 处`
    }
  }
}
