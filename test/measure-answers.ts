// Which rules are about which kind of fault. A rule counts for an entry only where it stands in this table.

const about = {
  arithmetic: ['B01', 'B03', 'B04', 'B05', 'G10', 'Y06'],
  blank_deviation_reason: ['H01', 'H02', 'H05'],
  contradiction: ['A06', 'A25', 'B17', 'C04', 'C20', 'D25', 'E02', 'E03', 'G07', 'H09', 'Y05', 'Y06', 'Y08'],
  copy_paste: ['C20', 'E09'],
  cost_vs_budget: ['B14', 'B15', 'B16', 'B17', 'B18', 'B20'],
  coverage_gap: ['E01', 'E02', 'G20'],
  cross_document: ['E05', 'E09', 'Y01', 'Y02', 'Y03', 'Y04'],
  description_placeholder: ['A14', 'C03'],
  direction: ['D02', 'D04', 'D10', 'D12', 'C12', 'C18'],
  duplicate_name: ['A17', 'A18', 'C03', 'E05'],
  exact_hit: ['G07', 'G13', 'Y05'],
  format_inconsistency: ['A13', 'D04', 'D07', 'D09', 'G06', 'G08'],
  goal_weakness: ['A07', 'A08', 'C06', 'E08', 'E10'],
  lax_target: ['C18', 'D19', 'D23', 'H02', 'H03', 'Y01', 'Y02', 'Y05'],
  layout: ['A03'],
  low_execution: ['B02', 'B05', 'B06', 'B07', 'B08'],
  missing_category: ['A01', 'A09', 'A10', 'A11', 'A12', 'A15', 'A16', 'G09'],
  missing_unit: ['D06'],
  name_equals_category: ['C01'],
  name_equals_target: ['C03', 'C04'],
  name_placeholder: ['C01', 'C05', 'C06', 'B19'],
  property_mismatch: ['D05', 'G06'],
  score_rule: ['B04', 'G02', 'G03', 'G04', 'G05'],
  template_residue: ['A08', 'A19'],
  truncated: ['C07', 'A02'],
  typo: ['A02', 'A24', 'A25', 'C07', 'D12'],
  unit: ['C08', 'D06', 'D07', 'D08', 'D09', 'D15', 'D22', 'D26', 'G08'],
  unmeasurable: ['C19', 'D13', 'D15', 'D17', 'D20'],
  value_text_merged: ['D01', 'D11', 'D13'],
  weight_structure: ['F02', 'F03', 'F05', 'F07'],
  wrong_category: ['C10', 'C11', 'C12', 'C13', 'C14', 'C15', 'C16', 'C17', 'C18', 'D18', 'D22'],
  year_mismatch: ['A06', 'B13', 'D14', 'E04', 'Y13'],
} as const

export type Category = keyof typeof about
export const answers: Readonly<Record<Category, readonly string[]>> = about
