// Written by scripts/registry.mjs. Do not edit.
import { anhui2020 } from './anhui-2020.profile.ts'
import { guangdongDepartment2022 } from './guangdong-department-2022.profile.ts'
import { guangxi2021 } from './guangxi-2021.profile.ts'
import { hubei2020 } from './hubei-2020.profile.ts'
import { national2020 } from './national-2020.profile.ts'
import { shanghai2023 } from './shanghai-2023.profile.ts'
import { sichuan2023 } from './sichuan-2023.profile.ts'
import { tianjin2024 } from './tianjin-2024.profile.ts'
import { yunnan2020 } from './yunnan-2020.profile.ts'
import type { Profile } from './profile.ts'

export const profiles: readonly Profile[] = [
  anhui2020,
  guangdongDepartment2022,
  guangxi2021,
  hubei2020,
  national2020,
  shanghai2023,
  sichuan2023,
  tianjin2024,
  yunnan2020,
]
