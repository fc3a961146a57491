// Written by scripts/registry.mjs. Do not edit.
import { guangdongDepartmentSelfEvaluation } from './guangdong-department-self-evaluation.layout.ts'
import { shanghaiSelfEvaluation } from './shanghai-self-evaluation.layout.ts'
import { shanghaiTargetDeclaration } from './shanghai-target-declaration.layout.ts'
import { tianjinTarget } from './tianjin-target.layout.ts'
import type { Layout } from './layout.ts'

export const layouts: readonly Layout[] = [
  guangdongDepartmentSelfEvaluation,
  shanghaiSelfEvaluation,
  shanghaiTargetDeclaration,
  tianjinTarget,
]
