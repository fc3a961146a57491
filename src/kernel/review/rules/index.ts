// Written by scripts/registry.mjs. Do not edit.
import { headIsFilledIn } from './a-completeness/a01-head-is-filled-in.ts'
import { namesAreClean } from './a-completeness/a02-names-are-clean.ts'
import { titleIsTheFormTitle } from './a-completeness/a03-title-is-the-form-title.ts'
import { scheduleFitsTheYear } from './a-completeness/a06-schedule-fits-the-year.ts'
import { goalSaysWhatIsDone } from './a-completeness/a07-goal-says-what-is-done.ts'
import { goalWithoutTemplateWords } from './a-completeness/a08-goal-without-template-words.ts'
import { firstLevelIsComplete } from './a-completeness/a09-first-level-is-complete.ts'
import { outputIsComplete } from './a-completeness/a10-output-is-complete.ts'
import { costIsSet } from './a-completeness/a11-cost-is-set.ts'
import { benefitIsSet } from './a-completeness/a12-benefit-is-set.ts'
import { secondLevelBelongsToFirst } from './a-completeness/a13-second-level-belongs-to-first.ts'
import { noPlaceholderRows } from './a-completeness/a14-no-placeholder-rows.ts'
import { indicatorCount } from './a-completeness/a15-indicator-count.ts'
import { noBlankCells } from './a-completeness/a16-no-blank-cells.ts'
import { namesAreDistinct } from './a-completeness/a17-names-are-distinct.ts'
import { noFillingInInstructions } from './a-completeness/a19-no-filling-in-instructions.ts'
import { textsFitTheSystem } from './a-completeness/a21-texts-fit-the-system.ts'
import { noPersonalData } from './a-completeness/a23-no-personal-data.ts'
import { totalEqualsParts } from './b-money/b01-total-equals-parts.ts'
import { executedWithinBudget } from './b-money/b02-executed-within-budget.ts'
import { rateRecomputes } from './b-money/b03-rate-recomputes.ts'
import { executionScoreRecomputes } from './b-money/b04-execution-score-recomputes.ts'
import { adjustmentIsExplained } from './b-money/b05-adjustment-is-explained.ts'
import { lowExecutionIsExplained } from './b-money/b06-low-execution-is-explained.ts'
import { topGradeNeedsExecution } from './b-money/b07-top-grade-needs-execution.ts'
import { scoresFitExecution } from './b-money/b08-scores-fit-execution.ts'
import { amountUnitFits } from './b-money/b09-amount-unit-fits.ts'
import { totalIsNotZeroWithParts } from './b-money/b10-total-is-not-zero-with-parts.ts'
import { noRateWithoutBudget } from './b-money/b11-no-rate-without-budget.ts'
import { noFiscalMoneyOutsideBudget } from './b-money/b12-no-fiscal-money-outside-budget.ts'
import { oldMoneyIsCarriedOver } from './b-money/b13-old-money-is-carried-over.ts'
import { costLimitsWithinBudget } from './b-money/b14-cost-limits-within-budget.ts'
import { costLimitsCoverBudget } from './b-money/b15-cost-limits-cover-budget.ts'
import { pricesTimesQuantitiesWithinBudget } from './b-money/b16-prices-times-quantities-within-budget.ts'
import { describedCostEqualsTarget } from './b-money/b17-described-cost-equals-target.ts'
import { costLimitIncludesBudget } from './b-money/b18-cost-limit-includes-budget.ts'
import { costIsBrokenDown } from './b-money/b19-cost-is-broken-down.ts'
import { valueCanBeRead } from './d-value/d01-value-can-be-read.ts'
import { comparatorFits } from './d-value/d02-comparator-fits-the-indicator.ts'
import { numberHasComparator } from './d-value/d03-number-has-comparator.ts'
import { directionAgrees } from './d-value/d04-direction-agrees-with-value.ts'
import { natureAgrees } from './d-value/d05-nature-agrees-with-value.ts'
import { numberHasUnit } from './d-value/d06-number-has-unit.ts'
import { unitIsUsual } from './d-value/d07-unit-is-spelled-as-usual.ts'
import { unitFits } from './d-value/d08-unit-fits-the-indicator.ts'
import { unitStandsOnce } from './d-value/d09-unit-stands-once.ts'
import { percentageIsPossible } from './d-value/d10-percentage-is-possible.ts'
import { cellHoldsOneValue } from './d-value/d11-cell-holds-one-value.ts'
import { numberIsDefinite } from './d-value/d12-number-is-definite.ts'
import { numberStandsAlone } from './d-value/d13-number-stands-alone.ts'
import { dateLiesInYear } from './d-value/d14-date-lies-in-the-year.ts'
import { timeHasUnit } from './d-value/d15-time-is-not-a-bare-number.ts'
import { valueIsNoScoringRule } from './d-value/d16-value-is-no-scoring-rule.ts'
import { wordsCanBeGraded } from './d-value/d17-words-can-be-graded.ts'
import { targetCanBeMissed } from './d-value/d18-target-can-be-missed.ts'
import { satisfactionIsReal } from './d-value/d19-satisfaction-is-demanding-and-real.ts'
import { satisfactionIsANumber } from './d-value/d20-satisfaction-is-a-number.ts'
import { countsAreWhole } from './d-value/d21-counts-are-whole.ts'
import { toleranceIsNarrow } from './d-value/d23-tolerance-is-narrow.ts'
import { zeroTargetIsAllOrNothing } from './d-value/d24-zero-target-is-all-or-nothing.ts'
import { nameYearIsBudgetYear } from './e-coherence/e04-name-year-is-budget-year.ts'
import { weightsAddUp } from './f-weight/f01-weights-add-up.ts'
import { dimensionsWeighAsPrescribed } from './f-weight/f02-dimensions-weigh-as-prescribed.ts'
import { noIndicatorOutweighs } from './f-weight/f03-no-indicator-outweighs-the-rest.ts'
import { weightsArePositive } from './f-weight/f04-weights-are-positive.ts'
import { weightsTellImportance } from './f-weight/f05-weights-tell-importance.ts'
import { weightsAreNotSplintered } from './f-weight/f07-weights-are-not-splintered.ts'
import { groupWeightsAddUp } from './f-weight/f08-group-weights-add-up.ts'
import { satisfactionPointsGoToBenefit } from './f-weight/f09-unneeded-satisfaction-goes-to-benefit.ts'
import type { ReviewRule } from '../review-rule.ts'

export const rules: readonly ReviewRule[] = [
  headIsFilledIn,
  namesAreClean,
  titleIsTheFormTitle,
  scheduleFitsTheYear,
  goalSaysWhatIsDone,
  goalWithoutTemplateWords,
  firstLevelIsComplete,
  outputIsComplete,
  costIsSet,
  benefitIsSet,
  secondLevelBelongsToFirst,
  noPlaceholderRows,
  indicatorCount,
  noBlankCells,
  namesAreDistinct,
  noFillingInInstructions,
  textsFitTheSystem,
  noPersonalData,
  totalEqualsParts,
  executedWithinBudget,
  rateRecomputes,
  executionScoreRecomputes,
  adjustmentIsExplained,
  lowExecutionIsExplained,
  topGradeNeedsExecution,
  scoresFitExecution,
  amountUnitFits,
  totalIsNotZeroWithParts,
  noRateWithoutBudget,
  noFiscalMoneyOutsideBudget,
  oldMoneyIsCarriedOver,
  costLimitsWithinBudget,
  costLimitsCoverBudget,
  pricesTimesQuantitiesWithinBudget,
  describedCostEqualsTarget,
  costLimitIncludesBudget,
  costIsBrokenDown,
  valueCanBeRead,
  comparatorFits,
  numberHasComparator,
  directionAgrees,
  natureAgrees,
  numberHasUnit,
  unitIsUsual,
  unitFits,
  unitStandsOnce,
  percentageIsPossible,
  cellHoldsOneValue,
  numberIsDefinite,
  numberStandsAlone,
  dateLiesInYear,
  timeHasUnit,
  valueIsNoScoringRule,
  wordsCanBeGraded,
  targetCanBeMissed,
  satisfactionIsReal,
  satisfactionIsANumber,
  countsAreWhole,
  toleranceIsNarrow,
  zeroTargetIsAllOrNothing,
  nameYearIsBudgetYear,
  weightsAddUp,
  dimensionsWeighAsPrescribed,
  noIndicatorOutweighs,
  weightsArePositive,
  weightsTellImportance,
  weightsAreNotSplintered,
  groupWeightsAddUp,
  satisfactionPointsGoToBenefit,
]
