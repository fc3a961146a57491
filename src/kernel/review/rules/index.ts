// Written by scripts/registry.mjs. Do not edit.
import { headIsFilledIn } from './a-completeness/a01-head-is-filled-in.ts'
import { namesAreClean } from './a-completeness/a02-names-are-clean.ts'
import { titleIsTheFormTitle } from './a-completeness/a03-title-is-the-form-title.ts'
import { unitIsNoInnerOffice } from './a-completeness/a04-unit-is-no-inner-office.ts'
import { projectCodeIsValid } from './a-completeness/a05-project-code-is-valid.ts'
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
import { resultsAreNotTheSameTwice } from './a-completeness/a18-results-are-not-the-same-twice.ts'
import { noFillingInInstructions } from './a-completeness/a19-no-filling-in-instructions.ts'
import { scoresAreBacked } from './a-completeness/a20-scores-are-backed.ts'
import { textsFitTheSystem } from './a-completeness/a21-texts-fit-the-system.ts'
import { noOrphanedHeadings } from './a-completeness/a22-no-orphaned-headings.ts'
import { noPersonalData } from './a-completeness/a23-no-personal-data.ts'
import { punctuationIsSound } from './a-completeness/a24-punctuation-is-sound.ts'
import { namesAreSpelledAlike } from './a-completeness/a25-names-are-spelled-alike.ts'
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
import { costLimitsAddUpToBudget } from './b-money/b20-cost-limits-add-up-to-budget.ts'
import { nameIsNoCategory } from './c-name/c01-name-is-no-category.ts'
import { descriptionAddsSomething } from './c-name/c02-description-adds-something.ts'
import { descriptionDefines } from './c-name/c03-description-defines.ts'
import { targetIsNotTheName } from './c-name/c04-target-is-not-the-name.ts'
import { nameHoldsNoValue } from './c-name/c05-name-holds-no-value.ts'
import { nameIsAMeasure } from './c-name/c06-name-is-a-measure.ts'
import { nameIsWhole } from './c-name/c07-name-is-whole.ts'
import { rateIsAPercentage } from './c-name/c08-rate-is-a-percentage.ts'
import { countIsANumber } from './c-name/c09-count-is-a-number.ts'
import { quantityIsNoRate } from './c-name/c10-quantity-is-no-rate.ts'
import { qualityIsNoAmount } from './c-name/c11-quality-is-no-amount.ts'
import { timelinessIsAboutTime } from './c-name/c12-timeliness-is-about-time.ts'
import { benefitStandsInItsPlace } from './c-name/c13-benefit-stands-in-its-place.ts'
import { outputIsNoBenefit } from './c-name/c14-output-is-no-benefit.ts'
import { satisfactionIsOpinion } from './c-name/c15-satisfaction-is-about-satisfaction.ts'
import { satisfactionStandsInItsPlace } from './c-name/c16-satisfaction-stands-in-its-place.ts'
import { thoseServedAreAsked } from './c-name/c17-those-served-are-asked.ts'
import { complaintsAreAShare } from './c-name/c18-complaints-are-a-share.ts'
import { benefitIsNoSetPhrase } from './c-name/c19-benefit-is-no-set-phrase.ts'
import { effectIsTheProjectsOwn } from './c-name/c20-effect-is-the-projects-own.ts'
import { usualIndicatorsAreSet } from './c-name/c21-usual-indicators-are-set.ts'
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
import { sameNameSameMeasure } from './d-value/d22-same-name-same-measure.ts'
import { toleranceIsNarrow } from './d-value/d23-tolerance-is-narrow.ts'
import { zeroTargetIsAllOrNothing } from './d-value/d24-zero-target-is-all-or-nothing.ts'
import { countFitsTheFrequency } from './d-value/d25-count-fits-the-frequency.ts'
import { timesAreToldAlike } from './d-value/d26-times-of-a-form-are-told-alike.ts'
import { everyTaskHasAnIndicator } from './e-coherence/e01-every-task-has-an-indicator.ts'
import { indicatorsServeTheGoal } from './e-coherence/e02-indicators-serve-the-goal.ts'
import { goalNumbersEqualTargets } from './e-coherence/e03-goal-numbers-equal-targets.ts'
import { nameYearIsBudgetYear } from './e-coherence/e04-name-year-is-budget-year.ts'
import { projectStandsOnce } from './e-coherence/e05-project-stands-once.ts'
import { prescribedIndicatorsAreSet } from './e-coherence/e06-prescribed-indicators-are-set.ts'
import { regionAsksNoMoreThanItsParts } from './e-coherence/e07-region-asks-no-more-than-its-parts.ts'
import { goalIsNotThePurpose } from './e-coherence/e08-goal-is-not-the-purpose.ts'
import { indicatorsAreTheProjectsOwn } from './e-coherence/e09-indicators-are-the-projects-own.ts'
import { goalIsNoSpeech } from './e-coherence/e10-goal-is-no-speech.ts'
import { weightsAddUp } from './f-weight/f01-weights-add-up.ts'
import { dimensionsWeighAsPrescribed } from './f-weight/f02-dimensions-weigh-as-prescribed.ts'
import { noIndicatorOutweighs } from './f-weight/f03-no-indicator-outweighs-the-rest.ts'
import { weightsArePositive } from './f-weight/f04-weights-are-positive.ts'
import { weightsTellImportance } from './f-weight/f05-weights-tell-importance.ts'
import { weightsStayAsApproved } from './f-weight/f06-weights-stay-as-approved.ts'
import { weightsAreNotSplintered } from './f-weight/f07-weights-are-not-splintered.ts'
import { groupWeightsAddUp } from './f-weight/f08-group-weights-add-up.ts'
import { satisfactionPointsGoToBenefit } from './f-weight/f09-unneeded-satisfaction-goes-to-benefit.ts'
import { scoreWithinWeight } from './g-score/g01-score-within-weight.ts'
import { scoreFollowsFormula } from './g-score/g02-score-follows-formula.ts'
import { missedTargetLosesPoints } from './g-score/g03-missed-target-loses-points.ts'
import { lostPointsAreExplained } from './g-score/g04-lost-points-are-explained.ts'
import { scoreWithinTier } from './g-score/g05-score-within-tier.ts'
import { resultIsANumber } from './g-score/g06-result-is-a-number.ts'
import { resultIsNotTheTarget } from './g-score/g07-result-is-not-the-target.ts'
import { resultHasTargetsUnit } from './g-score/g08-result-has-the-targets-unit.ts'
import { scoreRestsOnResult } from './g-score/g09-score-rests-on-a-result.ts'
import { totalAddsUp } from './g-score/g10-total-adds-up.ts'
import { gradeFitsTotal } from './g-score/g11-grade-fits-total.ts'
import { notEverythingIsFull } from './g-score/g12-not-everything-is-full-marks.ts'
import { resultsVary } from './g-score/g13-results-do-not-all-hit-the-target.ts'
import { emptyDenominatorIsSaid } from './g-score/g14-empty-denominator-is-said.ts'
import { cancelledWorkIsNotHalfDone } from './g-score/g15-cancelled-work-is-not-half-done.ts'
import { indicatorsAreThoseApproved } from './g-score/g16-indicators-are-those-approved.ts'
import { scoresHaveTwoDecimals } from './g-score/g17-scores-have-two-decimals.ts'
import { tiersDiffer } from './g-score/g18-tiers-differ.ts'
import { scoresTellProjectsApart } from './g-score/g19-scores-tell-projects-apart.ts'
import { resultsWithoutColumnAreTold } from './g-score/g20-results-without-column-are-told.ts'
import { missedTargetHasReason } from './h-deviation/h01-missed-target-has-reason.ts'
import { overAchievementHasReason } from './h-deviation/h02-over-achievement-has-reason.ts'
import { targetWasNotTooLow } from './h-deviation/h03-target-was-not-too-low.ts'
import { reasonNamesAMeasure } from './h-deviation/h04-reason-names-a-measure.ts'
import { reasonsSaySomething } from './h-deviation/h05-reasons-say-something.ts'
import { reasonsAreNotCopied } from './h-deviation/h06-reasons-are-not-copied.ts'
import { otherThanEqualHasReason } from './h-deviation/h07-other-than-equal-has-reason.ts'
import { wrongTargetIsCorrected } from './h-deviation/h08-wrong-target-is-corrected.ts'
import { wordsAgreeWithResults } from './h-deviation/h09-words-agree-with-results.ts'
import { everyProjectIsMonitored } from './m-monitoring/m01-every-project-is-monitored.ts'
import { moneyKeepsPace } from './m-monitoring/m02-money-keeps-pace.ts'
import { goalsAndMoneyMoveTogether } from './m-monitoring/m03-goals-and-money-move-together.ts'
import { certainMeansTheEstimateReaches } from './m-monitoring/m04-certain-means-the-estimate-reaches.ts'
import { deviationHasACause } from './m-monitoring/m05-deviation-has-a-cause.ts'
import { moneySpentShowsOutput } from './m-monitoring/m06-money-spent-shows-output.ts'
import { warningsAreSettledInTime } from './m-monitoring/m07-warnings-are-settled-in-time.ts'
import { impossibleTargetsAreAdjusted } from './m-monitoring/m08-impossible-targets-are-adjusted.ts'
import { impossibleIsNoFullMarks } from './m-monitoring/m09-impossible-is-no-full-marks.ts'
import { reachedTargetsAreRaised } from './m-monitoring/m10-reached-targets-are-raised.ts'
import { monitoringComesInTime } from './m-monitoring/m11-monitoring-comes-in-time.ts'
import { publishedInTime } from './p-publication/p01-published-in-time.ts'
import { publishedIsWhatWasApproved } from './p-publication/p02-published-is-what-was-approved.ts'
import { withheldOnlyWhenSecret } from './p-publication/p03-withheld-only-when-secret.ts'
import { statedAmountIsTheForms } from './p-publication/p04-stated-amount-is-the-forms.ts'
import { publishedIsFinished } from './p-publication/p05-published-is-finished.ts'
import { targetIsNotBelowLastResult } from './y-narrative/y01-target-is-not-below-last-result.ts'
import { surpassedTargetIsRaised } from './y-narrative/y02-surpassed-target-is-raised.ts'
import { indicatorsKeepTheirNames } from './y-narrative/y03-indicators-keep-their-names.ts'
import { moreMoneyBuysMore } from './y-narrative/y04-more-money-buys-more.ts'
import { narrativeAgreesWithIndicators } from './y-narrative/y05-narrative-agrees-with-indicators.ts'
import { oneFactHasOneNumber } from './y-narrative/y06-one-fact-has-one-number.ts'
import { resultsDoNotRepeatTheGoal } from './y-narrative/y07-results-do-not-repeat-the-goal.ts'
import { resultsAreNotIntentions } from './y-narrative/y08-results-are-not-intentions.ts'
import { everyProjectIsEvaluated } from './y-narrative/y09-every-project-is-evaluated.ts'
import { targetsStayAsApproved } from './y-narrative/y10-targets-stay-as-approved.ts'
import { poorResultsCostMoney } from './y-narrative/y11-poor-results-cost-money.ts'
import { rectificationIsClosedInTime } from './y-narrative/y12-rectification-is-closed-in-time.ts'
import { resultsAreOfTheYear } from './y-narrative/y13-results-are-of-the-year.ts'
import type { ReviewRule } from '../review-rule.ts'

export const rules: readonly ReviewRule[] = [
  headIsFilledIn,
  namesAreClean,
  titleIsTheFormTitle,
  unitIsNoInnerOffice,
  projectCodeIsValid,
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
  resultsAreNotTheSameTwice,
  noFillingInInstructions,
  scoresAreBacked,
  textsFitTheSystem,
  noOrphanedHeadings,
  noPersonalData,
  punctuationIsSound,
  namesAreSpelledAlike,
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
  costLimitsAddUpToBudget,
  nameIsNoCategory,
  descriptionAddsSomething,
  descriptionDefines,
  targetIsNotTheName,
  nameHoldsNoValue,
  nameIsAMeasure,
  nameIsWhole,
  rateIsAPercentage,
  countIsANumber,
  quantityIsNoRate,
  qualityIsNoAmount,
  timelinessIsAboutTime,
  benefitStandsInItsPlace,
  outputIsNoBenefit,
  satisfactionIsOpinion,
  satisfactionStandsInItsPlace,
  thoseServedAreAsked,
  complaintsAreAShare,
  benefitIsNoSetPhrase,
  effectIsTheProjectsOwn,
  usualIndicatorsAreSet,
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
  sameNameSameMeasure,
  toleranceIsNarrow,
  zeroTargetIsAllOrNothing,
  countFitsTheFrequency,
  timesAreToldAlike,
  everyTaskHasAnIndicator,
  indicatorsServeTheGoal,
  goalNumbersEqualTargets,
  nameYearIsBudgetYear,
  projectStandsOnce,
  prescribedIndicatorsAreSet,
  regionAsksNoMoreThanItsParts,
  goalIsNotThePurpose,
  indicatorsAreTheProjectsOwn,
  goalIsNoSpeech,
  weightsAddUp,
  dimensionsWeighAsPrescribed,
  noIndicatorOutweighs,
  weightsArePositive,
  weightsTellImportance,
  weightsStayAsApproved,
  weightsAreNotSplintered,
  groupWeightsAddUp,
  satisfactionPointsGoToBenefit,
  scoreWithinWeight,
  scoreFollowsFormula,
  missedTargetLosesPoints,
  lostPointsAreExplained,
  scoreWithinTier,
  resultIsANumber,
  resultIsNotTheTarget,
  resultHasTargetsUnit,
  scoreRestsOnResult,
  totalAddsUp,
  gradeFitsTotal,
  notEverythingIsFull,
  resultsVary,
  emptyDenominatorIsSaid,
  cancelledWorkIsNotHalfDone,
  indicatorsAreThoseApproved,
  scoresHaveTwoDecimals,
  tiersDiffer,
  scoresTellProjectsApart,
  resultsWithoutColumnAreTold,
  missedTargetHasReason,
  overAchievementHasReason,
  targetWasNotTooLow,
  reasonNamesAMeasure,
  reasonsSaySomething,
  reasonsAreNotCopied,
  otherThanEqualHasReason,
  wrongTargetIsCorrected,
  wordsAgreeWithResults,
  everyProjectIsMonitored,
  moneyKeepsPace,
  goalsAndMoneyMoveTogether,
  certainMeansTheEstimateReaches,
  deviationHasACause,
  moneySpentShowsOutput,
  warningsAreSettledInTime,
  impossibleTargetsAreAdjusted,
  impossibleIsNoFullMarks,
  reachedTargetsAreRaised,
  monitoringComesInTime,
  publishedInTime,
  publishedIsWhatWasApproved,
  withheldOnlyWhenSecret,
  statedAmountIsTheForms,
  publishedIsFinished,
  targetIsNotBelowLastResult,
  surpassedTargetIsRaised,
  indicatorsKeepTheirNames,
  moreMoneyBuysMore,
  narrativeAgreesWithIndicators,
  oneFactHasOneNumber,
  resultsDoNotRepeatTheGoal,
  resultsAreNotIntentions,
  everyProjectIsEvaluated,
  targetsStayAsApproved,
  poorResultsCostMoney,
  rectificationIsClosedInTime,
  resultsAreOfTheYear,
]
