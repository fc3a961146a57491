// Randomised tests draw the same cases on every machine, so that what was green stays green; other cases are drawn by
// HENGJI_TEST_SEED (a number, or "random"), which fast-check prints when a property fails.
import fc from 'fast-check'

const DAILY = 20_241_231
const asked = process.env.HENGJI_TEST_SEED
fc.configureGlobal(asked === 'random' ? {} : { seed: asked === undefined ? DAILY : Number(asked) })
