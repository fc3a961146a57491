import { expect, it } from 'vitest'
import { blankIndicator } from '../form/blank.ts'
import { anyForm } from '../form/forms.test-kit.ts'
import { cellHistory } from './cell-history.ts'
