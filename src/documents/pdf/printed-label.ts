// Labels that forms print themselves, in whatever layout.
import { layouts } from '../../kernel/layout/index.ts'
import { memo } from '../../kernel/memo.ts'
import { isAnyLabel } from '../labels.ts'
import { labelKey } from '../text.ts'

const GROUP = /^[^\d]{2,12}指标$/

/** True for the labels of any known form, and for names of groups of indicators. */
export const isPrinted = memo((text: string): boolean => {
  const key = labelKey(text)
  return GROUP.test(key) || layouts.some((layout) => isAnyLabel(key, layout))
}, 4096)
