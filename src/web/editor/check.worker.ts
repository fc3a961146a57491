// The rules, in a thread beside the page: however long they take, typing does not wait for them.
import '../no-eval.ts'
import { profileOf } from '../../kernel/profile/choose.ts'
import { checkForm } from '../../kernel/review/check.ts'
import type { Answered, Asked } from './check-thread.ts'

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const answer: Answered = { number: data.number, check: checkForm(data.form, profileOf(data.profile)) }
  postMessage(answer)
})
