/** The exit status of a measure that ran to its end and missed a goal; every other fault ends with 1. */
export const MISSED = 2
