import { vocabulary } from '../words.ts'

const zh = {
  title: '工作台',
  hello: (name: string) => `${name}，您好`,
  mine: '等我办理',
  start: '待开始',
  sent: '我报送的',
  late: '已逾期',
  noMine: '没有等您办理的事项。',
  noStart: '没有待开始的表。',
  noSent: '还没有报送过。',
  noLate: '没有逾期的单位。',
  begin: '开始填报',
  from: {
    empty: '空白表',
    'last-year': '从上年的表开始',
    'approved-target': '从批复的目标开始',
    file: '从文件开始（Word、Excel、PDF）',
  },
  due: (day: string) => `${day} 截止`,
  overdue: '已逾期',
  since: (state: string, when: string) => `${state}，自 ${when}`,
  with: (who: string) => `${who}正在审阅`,
  more: '更多',
  total: (n: number) => `${n} 件`,
  score: '得分',
  signIn: '请先登录。',
}

const en: typeof zh = {
  title: 'Workbench',
  hello: (name) => `Hello ${name}`,
  mine: 'Waiting for me',
  start: 'To begin',
  sent: 'What I sent',
  late: 'Late',
  noMine: 'Nothing waits for you.',
  noStart: 'Nothing to begin.',
  noSent: 'Nothing sent yet.',
  noLate: 'Nobody is late.',
  begin: 'Begin',
  from: {
    empty: 'Empty form',
    'last-year': 'From last year',
    'approved-target': 'From the approved target',
    file: 'From a file (Word, Excel, PDF)',
  },
  due: (day) => `due ${day}`,
  overdue: 'overdue',
  since: (state, when) => `${state} since ${when}`,
  with: (who) => `read by ${who}`,
  more: 'More',
  total: (n) => `${n}`,
  score: 'Score',
  signIn: 'Please sign in.',
}

export const useWorkWords = vocabulary(zh, en)
