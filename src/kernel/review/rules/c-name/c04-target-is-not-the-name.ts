// C04: the value says how much; it does not repeat the name.
import { coreIndicators } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, tight, wordsOf } from '../../rows.ts'
import { targetForm, withIndicators } from '../../sample.ts'

/** A value that says a standard may have been copied into the description, not from it. */
const saysStandard = /\d|符合|达到|按照|依据|按.{0,8}(规定|要求|约定)|合格|全覆盖|以内|以上/

/** 提升执法水平 and 提高执法水平 are the same words. */
const sameVerbs = (words: string): string => words.replace(/提升|增强|加强|改善/g, '提高')

export const targetIsNotTheName = reviewRule({
  id: 'C04',
  title: '指标值不照抄指标名称',
  severity: 'error',
  basis: coreIndicators,
  fix: '写出应达到的数值、日期或可判断的状态。',
  kinds: everyKind,
  supersedes: ['C08', 'C09', 'C19', 'D16', 'D17', 'D20'],
  messages: {
    name: '“{name}”的指标值照抄了指标名称，没有目标。',
    description: '“{name}”的指标值照抄了指标描述“{text}”，没有目标。',
  },
  *check({ form }, { say }) {
    for (const { it, path, name } of rowsOf(form)) {
      const words = wordsOf(it.target.text)
      // A description may rightly hold the value: 每月25日之前反馈, 2024年底前.
      if (words === '' || it.target.kind === 'quantitative') continue
      const text = tight(it.target.text)
      if (sameVerbs(words) === sameVerbs(wordsOf(it.name)))
        yield say({ path: `${path}.target`, observed: text }, 'name', { name })
      else if (words === wordsOf(it.description) && it.target.kind === 'qualitative' && !saysStandard.test(text))
        yield say({ path: `${path}.target`, observed: text }, 'description', { name, text })
    }
  },
  examples: () => ({
    passes: [
      { form: withIndicators(targetForm(), { name: '培训完成时间', target: '2024年12月底前完成' }) },
      {
        form: withIndicators(targetForm(), {
          name: '监测结果反馈时间',
          description: '每月25日之前进行网站监测结果反馈',
          target: '每月25日之前进行网站监测结果反馈',
        }),
        from: '004 官网监测服务2024',
      },
    ],
    fails: [
      [
        {
          form: withIndicators(targetForm(), { aspect: '社会效益指标', name: '提高执法水平', target: '提升执法水平' }),
          from: '004 反不正当竞争执法2024',
        },
        'name',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(targetForm(), {
            aspect: '时效指标',
            name: '检查任务完成时间',
            target: '检查任务完成时间',
          }),
          from: '004 2023年中央纤维公证检验经费',
        },
        'name',
        'indicators[0].target',
      ],
      [
        {
          form: withIndicators(targetForm(), {
            aspect: '社会效益指标',
            name: '推进标准化工作',
            description: '标准化人才培养等工作提升',
            target: '标准化人才培养等工作提升',
          }),
          from: '004 标准管理2024',
        },
        'description',
        'indicators[0].target',
      ],
    ],
  }),
})
