// The row of buttons over the sheet; a grey one says why.
import { Button, Tooltip } from 'antd'
import { memo } from 'react'
import { useEditorWords } from '../words/editor.ts'

export type Tool =
  | 'undo'
  | 'redo'
  | 'addRow'
  | 'rowAbove'
  | 'rowBelow'
  | 'removeRows'
  | 'rowUp'
  | 'rowDown'
  | 'fillDown'

type Props = {
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Whether a cell is chosen, and whether it stands in rows that can be chosen. */
  readonly hasCell: boolean
  readonly hasRows: boolean
  /** Why rows can be neither added nor taken out nor moved; null = they can. */
  readonly fixed: string | null
  /** Always the same function: buttons are drawn anew only when one of them turns grey or back. */
  readonly onUse: (tool: Tool) => void
}

export const EditorTools = memo(({ canUndo, canRedo, hasCell, hasRows, fixed, onUse }: Props) => {
  const words = useEditorWords()
  const ofRows = fixed ?? (hasRows ? null : words.chooseRow)
  const tools: readonly { readonly tool: Tool; readonly why: string | null }[] = [
    { tool: 'undo', why: canUndo ? null : words.nothingToUndo },
    { tool: 'redo', why: canRedo ? null : words.nothingToRedo },
    { tool: 'addRow', why: fixed },
    { tool: 'rowAbove', why: ofRows },
    { tool: 'rowBelow', why: ofRows },
    { tool: 'removeRows', why: ofRows },
    { tool: 'rowUp', why: ofRows },
    { tool: 'rowDown', why: ofRows },
    { tool: 'fillDown', why: hasCell ? null : words.chooseCells },
  ]
  return tools.map(({ tool, why }) => (
    <Tooltip key={tool} title={why ?? words.keyOf[tool]}>
      <Button size="small" disabled={why !== null} onClick={() => onUse(tool)}>
        {words[tool]}
      </Button>
    </Tooltip>
  ))
})
