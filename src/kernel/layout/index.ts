// Written by scripts/registry.mjs. Do not edit.
import { anhuiDepartmentSelfEvaluation } from './anhui-department-self-evaluation.layout.ts'
import { chongqingSelfEvaluation } from './chongqing-self-evaluation.layout.ts'
import { guangdongDepartmentSelfEvaluation } from './guangdong-department-self-evaluation.layout.ts'
import { guangxiTargetDeclaration } from './guangxi-target-declaration.layout.ts'
import { hubeiEzhouTarget } from './hubei-ezhou-target.layout.ts'
import { hubeiSelfEvaluation } from './hubei-self-evaluation.layout.ts'
import { nationalCoreTarget } from './national-core-target.layout.ts'
import { nationalDepartmentTarget } from './national-department-target.layout.ts'
import { nationalMonitoring } from './national-monitoring.layout.ts'
import { nationalSelfEvaluation } from './national-self-evaluation.layout.ts'
import { nationalTargetDeclaration } from './national-target-declaration.layout.ts'
import { nationalTarget } from './national-target.layout.ts'
import { shanghaiSelfEvaluation } from './shanghai-self-evaluation.layout.ts'
import { shanghaiTargetDeclaration } from './shanghai-target-declaration.layout.ts'
import { sichuanLinkingFundsSelfEvaluation } from './sichuan-linking-funds-self-evaluation.layout.ts'
import { sichuanSelfEvaluation } from './sichuan-self-evaluation.layout.ts'
import { tianjinTarget } from './tianjin-target.layout.ts'
import { transferSelfEvaluation } from './transfer-self-evaluation.layout.ts'
import { transferTarget } from './transfer-target.layout.ts'
import { yunnanSelfEvaluation } from './yunnan-self-evaluation.layout.ts'
import { yunnanTarget } from './yunnan-target.layout.ts'
import type { Layout } from './layout.ts'

export const layouts: readonly Layout[] = [
  anhuiDepartmentSelfEvaluation,
  chongqingSelfEvaluation,
  guangdongDepartmentSelfEvaluation,
  guangxiTargetDeclaration,
  hubeiEzhouTarget,
  hubeiSelfEvaluation,
  nationalCoreTarget,
  nationalDepartmentTarget,
  nationalMonitoring,
  nationalSelfEvaluation,
  nationalTargetDeclaration,
  nationalTarget,
  shanghaiSelfEvaluation,
  shanghaiTargetDeclaration,
  sichuanLinkingFundsSelfEvaluation,
  sichuanSelfEvaluation,
  tianjinTarget,
  transferSelfEvaluation,
  transferTarget,
  yunnanSelfEvaluation,
  yunnanTarget,
]
