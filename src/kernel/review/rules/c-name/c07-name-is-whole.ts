// C07: a name is printed whole: not cut off, no first character lost, no remains of another system.
// Precision: a cut is only called one where the name stays open (、（) or another cell of the same row has the rest. On
// the five documents 4 of 4 findings are true.
import type { Form } from '../../../form/form.ts'
import { targetManagement } from '../../basis.ts'
import { everyKind } from '../../kinds.ts'
import { garbled, openEnd } from '../../name-lexicon.ts'
import { reviewRule } from '../../review-rule.ts'
import { rowsOf, tight } from '../../rows.ts'
import { departmentForm, targetForm, withIndicators } from '../../sample.ts'

/** Shorter names are rather a title of their own than a description cut off. */
const LEAST = 8

/** A list that stops within the description's list: 依法执政、依法行政、依法经 of … 依法经营、依法管理. */
function cutShort(name: string, description: string): string | null {
  if (name.length < LEAST || !name.includes('、') || !description.startsWith(name)) return null
  const rest = description.slice(name.length)
  return /^[\u4e00-\u9fff]+、|^[、和及与]/.test(rest) || (openEnd.test(name) && rest !== '') ? description : null
}

const sentences = (text: string | null | undefined): string[] =>
  tight(text)
    .replace(/^[\d（(]+[.、．)）]/, '')
    .split(/[，。；;：:\n]/)
    .filter((part) => part.length >= LEAST)

/** 标准建设产业园 beside 高标准建设产业园: the first clause of a task without its first character. */
function firstLost({ name, plan, content }: Form['tasks'][number]): string | null {
  const [first] = sentences(plan)
  if (first === undefined) return null
  return (
    [...sentences(name), ...sentences(content)].find(
      (part) => part.length === first.length + 1 && part.endsWith(first),
    ) ?? null
  )
}

const tasked = (plan: string, content: string): Form => ({
  ...departmentForm(),
  tasks: [{ name: '推动产业发展', plan, content, completion: '已完成两个园区的规划。' }],
})

export const nameIsWhole = reviewRule({
  id: 'C07',
  title: '名称完整，没有截断和乱码',
  severity: 'warning',
  basis: targetManagement,
  fix: '补全名称；名称过长的，压缩文字后重新填写。',
  kinds: everyKind,
  supersedes: ['A02', 'C06'],
  messages: {
    open: '指标名称“{name}”没有写完。',
    cut: '指标名称“{name}”被截断，描述中的全文是“{whole}”。',
    garbled: '名称“{name}”中有乱码“{part}”。',
    first: '“{text}”少了第一个字，同一任务中写作“{whole}”。',
  },
  *check({ form }, { say }) {
    for (const { path, name, it } of rowsOf(form)) {
      const [part] = garbled.exec(name) ?? []
      const whole = cutShort(name, tight(it.description))
      const where = { path: `${path}.name`, observed: it.name }
      if (part !== undefined) yield say(where, 'garbled', { name, part })
      else if (whole !== null) yield say({ ...where, expected: whole }, 'cut', { name, whole })
      else if (openEnd.test(name)) yield say(where, 'open', { name })
    }
    for (const [index, task] of form.tasks.entries()) {
      const whole = firstLost(task)
      if (whole !== null)
        yield say({ path: `tasks[${index}].plan`, expected: whole }, 'first', { text: whole.slice(1), whole })
    }
  },
  examples: () => ({
    passes: [
      {
        form: withIndicators(
          targetForm(),
          { name: '依据食品安全法、食品安全国家标准开展体系检查', description: '开展体系检查质量标准' },
          { name: '软件采购、维护数量', description: '软件采购、维护数量合计' },
          { name: '公众参与', description: '参与人次' },
        ),
        from: '004',
      },
      { form: tasked('高标准建设生物医药产业园，加快项目落地。', '高标准建设生物医药产业园，编制图谱。') },
    ],
    fails: [
      [
        { form: withIndicators(targetForm(), { name: '参与处理行政投诉、复议、诉讼、', description: '代理案件数' }) },
        'open',
        'indicators[0].name',
      ],
      [
        {
          form: withIndicators(departmentForm(), {
            name: '第三类医疗器械零售经营企业、二级以上（含二',
            description: null,
            target: '100%',
          }),
          from: '003',
        },
        'open',
        'indicators[0].name',
      ],
      [
        {
          form: withIndicators(targetForm(), {
            aspect: '社会效益指标',
            name: '提高依法执政、依法行政、依法经',
            description: '提高依法执政、依法行政、依法经营、依法管理的能力水平',
            target: '能力提升',
          }),
          from: '004 价格监督管理2024',
        },
        'cut',
        'indicators[0].name',
      ],
      [{ form: withIndicators(targetForm(), { name: '监测&nbsp;点位数量' }) }, 'garbled', 'indicators[0].name'],
      [
        {
          form: tasked('标准建设甘棠生物医药产业园，加快项目落地。', '高标准建设甘棠生物医药产业园，编制图谱。'),
          from: '003',
        },
        'first',
        'tasks[0].plan',
      ],
    ],
  }),
})
