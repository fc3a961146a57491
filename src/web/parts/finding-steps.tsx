import { Button } from 'antd'
import { useWords } from '../words.ts'

type Props = {
  /** Cells with findings, in reading order. */
  readonly marked: readonly string[]
  readonly selected: string | null
  readonly onStep: (by: 1 | -1) => void
}

/** From finding to finding through the sheet. */
export function FindingSteps({ marked, selected, onStep }: Props) {
  const words = useWords()
  if (marked.length === 0) return null
  const here = selected === null ? 0 : marked.indexOf(selected) + 1
  return (
    <div className="finding-steps">
      <Button size="small" aria-keyshortcuts="p" onClick={() => onStep(-1)}>
        {words.previousFinding}
      </Button>
      <Button size="small" aria-keyshortcuts="n" onClick={() => onStep(1)}>
        {words.nextFinding}
      </Button>
      <span className="finding-place" role="status">
        {words.findingAt(here, marked.length)}
      </span>
    </div>
  )
}
