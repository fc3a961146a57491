// Y01. Precision on the five documents: 5 of 5 findings true (000 against 001). Limits (≤) and shares within a tenth of
// last year's result are left alone: some slack is not laxness.

import { plain } from '../../../decimal.ts'
import type { Form, Indicator } from '../../../form/form.ts'
import { type Amount, sameMeasure } from '../../amount.ts'
import { targetManagement } from '../../basis.ts'
import { targetForms } from '../../kinds.ts'
import { type Mention, mentionsAbout, mentionsIn, subjectOf } from '../../narrative.ts'
import { cover } from '../../pairs.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf } from '../../rows.ts'
import { after, evaluation2023, target2024 } from '../../samples-of-two-years.ts'
import { isRising, percent, targetAmount, yearPairs } from '../../since-last-year.ts'

const recalled = evaluation2023('质量发展专项经费', '55.50', {
  name: '发布召回信息',
  target: '≥30.00(条)',
  actual: '70.00(条)',
})
const followed: Form = {
  ...evaluation2023('新闻宣传专项经费', '15.42', { name: '建立公众号', target: '=1.00(个)', actual: '1.00(个)' }),
  goals: {
    overall: null,
    annual: null,
    expected: '完成中心官方微信公众号搭建',
    actual: '已实现2400多关注用户和30000多的累计浏览量，为中心树立了良好形象。',
  },
}

export const targetIsNotBelowLastResult = reviewRule({
  id: 'Y01',
  title: '今年的指标值不低于上年已经达到的水平',
  severity: 'warning',
  basis: targetManagement,
  fix: '参照上年实际完成值提高指标值；确需降低的，说明理由。',
  kinds: targetForms,
  needs: ['lastYear'],
  messages: {
    below: '指标值 {target}，上年“{name}”实际完成 {reached}，只有上年实际的 {percent}%。',
    told: '指标值 {target}，上年完成情况写“{told}”，低于上年已经达到的水平。',
  },
  *check({ form, profile, related: { lastYear } }, { say }) {
    const { nameLikeness, laxBelow, narrativeCover } = profile.comparison
    const pairs = yearPairs(form, lastYear, nameLikeness)
    for (const { path, here, there, target, reached, rising } of pairs) {
      if (!rising || target === null || reached === null || reached.value.lte(0)) continue
      if (target.value.div(reached.value).gte(laxBelow)) continue
      yield say(
        {
          path: `${path}.target`,
          observed: here.target.text,
          expected: `不低于${there.actual?.text ?? ''}`,
          arithmetic: `${plain(target.value)} ÷ ${plain(reached.value)} × 100 = ${percent(target.value, reached.value)}`,
        },
        'below',
        {
          target: here.target.text ?? '',
          name: there.name ?? '',
          reached: there.actual?.text ?? '',
          percent: percent(target.value, reached.value),
        },
      )
    }
    const paired = new Set(pairs.map(({ path }) => path))
    const told = mentionsIn('goals.actual', lastYear.goals.actual)
    for (const { it, path } of rowsOf(form)) {
      const target = targetAmount(it)
      if (paired.has(path) || target === null || !isRising(it)) continue
      const [best, next] = levelsAbout(it, target, told, Number(narrativeCover))
      if (best === undefined || next !== undefined || best.amount.value.lte(0)) continue
      const share = target.value.div(best.amount.value)
      // 200余条 is more than 200
      if (share.gt(laxBelow) || (share.eq(laxBelow) && !best.about)) continue
      yield say({ path: `${path}.target`, observed: it.target.text, expected: `不低于${best.printed}` }, 'told', {
        target: it.target.text ?? '',
        told: best.clause,
      })
    }
  },
  examples: () => ({
    passes: [
      {
        form: target2024('质量发展专项经费', '55.72', { name: '年发布召回信息', target: '≥70.00(条)' }),
        ...after(recalled),
      },
      {
        form: target2024('业务受理工作经费', '16.54', { name: '好差评系统好评率', target: '≥95.00(%)' }),
        ...after(
          evaluation2023('业务受理工作经费', '10.21', {
            name: '好差评系统好评率',
            target: '≥95.00(%)',
            actual: '100.00(%)',
          }),
        ),
        from: '000、001 业务受理工作经费',
      },
    ],
    fails: [
      [
        {
          form: target2024('质量发展专项经费', '55.72', { name: '年发布召回信息', target: '≥40.00(条)' }),
          ...after(recalled),
          from: '000、001 质量发展专项经费',
        },
        'below',
        'indicators[0].target',
      ],
      [
        {
          form: target2024('新闻宣传专项经费', '22.00', {
            dimension: '效益指标',
            aspect: '社会效益指标',
            name: '截至年末公众号关注用户数',
            target: '≥1200.00(人)',
          }),
          ...after(followed),
          from: '000、001 新闻宣传专项经费',
        },
        'told',
        'indicators[0].target',
      ],
    ],
    unable: [{ form: target2024('质量发展专项经费', '55.72', { name: '年发布召回信息', target: '≥40.00(条)' }) }],
  }),
})

/** Share of the name that words without a unit, or a whole sentence, must hold. */
const PEOPLE = 0.4
const SENTENCE = 0.8

/**
 * Numbers of last year's results about an indicator. People are often told without a unit (2400多关注用户); where only
 * one number of the text has the unit, the sentence around it may name the subject.
 */
function levelsAbout(it: Indicator, target: Amount, told: readonly Mention[], from: number): Mention[] {
  const named = mentionsAbout(it, target.unit, told, from).map(({ mention }) => mention)
  if (named.length > 0) return named
  const subject = subjectOf(it)
  const bare = told.filter(
    ({ amount, words }) => amount.unit === null && sameMeasure(target.unit, '人') && cover(subject, words) >= PEOPLE,
  )
  if (bare.length > 0) return bare
  const [only, ...others] = told.filter(({ amount }) => amount.unit !== null && amount.unit === target.unit)
  return only !== undefined && others.length === 0 && cover(subject, only.sentence) >= SENTENCE ? [only] : []
}
