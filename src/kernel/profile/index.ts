// Written by scripts/registry.mjs. Do not edit.
import { guangdongDepartment2022 } from './guangdong-department-2022.profile.ts'
import { national2020 } from './national-2020.profile.ts'
import { shanghai2023 } from './shanghai-2023.profile.ts'
import { tianjin2024 } from './tianjin-2024.profile.ts'
import type { Profile } from './profile.ts'

export const profiles: readonly Profile[] = [
  guangdongDepartment2022,
  national2020,
  shanghai2023,
  tianjin2024,
]
