import { vocabulary } from '../words.ts'

const zh = {
  state: '运行状态',
  alive: '正常运行',
  database: '数据库',
  answered: (ms: number) => `${ms} 毫秒内应答`,
  tables: '数据表',
  migrations: { ok: '与程序一致', missing: '需要升级：请停止其他程序后重启衡绩', unknown: '未知' },
  disk: '磁盘空间',
  disks: { ok: '充足', full: '不足 200 MB：请清理磁盘，否则不能保存', unknown: '未知' },
  check: '重新检查',
  backup: '备份',
  lastBackup: '最近一次备份',
  backupFile: '文件',
  backupHolds: '其中',
  backupCounts: (forms: number, files: number) => `绩效表 ${forms} 张，佐证材料 ${files} 份，以及全部其他数据`,
  noBackup: '还没有备份过。请现在在服务器上运行下面第一条命令，并把得到的文件放到另一台机器上；以后每天一次。',
  oldBackup: (days: number) =>
    `最近一次备份已是 ${days} 天以前。请在服务器上运行下面第一条命令，并安排每天自动运行一次。`,
  backupFailed: (when: string, reason: string) =>
    `${when} 的备份没有完成：${reason}。那次没有留下备份文件，请处理后再运行一次。`,
  backupHint:
    '在服务器上运行下面的命令，不停机即可得到一个包含全部数据和佐证材料的文件；恢复到另一个空的数据目录或数据库。',
  security: '登录与密码的规定',
  notYours: '规定由安全管理员修改，您只能查看。',
  save: '保存',
  saved: '已保存，从下一次登录起生效。',
  fields: {
    'password.length': '密码至少多少个字符',
    'password.kinds': '至少几类字符（大写、小写、数字、其他）',
    'password.strength': '难猜程度（0 至 4）',
    'password.history': '不得与最近几个密码相同',
    'password.days': '多少天后须更换（0 = 不要求）',
    'lockout.failures': '连续失败几次后锁定',
    'lockout.minutes': '首次锁定多少分钟，之后逐次加倍',
    'lockout.mostMinutes': '最长锁定多少分钟',
    'session.idleMinutes': '无操作多少分钟后退出',
    'session.hours': '登录最长多少小时',
  },
  factorFor: '须启用两步验证的角色',
}

const en: typeof zh = {
  state: 'State',
  alive: 'Running',
  database: 'Database',
  answered: (ms) => `answered within ${ms} ms`,
  tables: 'Tables',
  migrations: {
    ok: 'as this program needs them',
    missing: 'to be upgraded: stop the other programs and restart Hengji',
    unknown: 'unknown',
  },
  disk: 'Disk space',
  disks: { ok: 'enough', full: 'less than 200 MB: make room, or nothing can be saved', unknown: 'unknown' },
  check: 'Check again',
  backup: 'Backup',
  lastBackup: 'Last backup',
  backupFile: 'File',
  backupHolds: 'Holds',
  backupCounts: (forms, files) => `${forms} forms, ${files} files of evidence, and everything else`,
  noBackup:
    'There is no backup yet. Run the first command below on the server now and keep the file on another machine; then once a day.',
  oldBackup: (days) =>
    `The last backup is ${days} days old. Run the first command below on the server, and have it run once a day.`,
  backupFailed: (when, reason) =>
    `The backup of ${when} did not come to its end: ${reason}. It left no file; put that right and run it again.`,
  backupHint:
    'Run these commands on the server: the first makes one file of all data and evidence without stopping, the second restores it into an empty data directory or database.',
  security: 'Rules of signing in and passwords',
  notYours: 'They are changed by the security administrator; you may only read.',
  save: 'Save',
  saved: 'Saved; in force from the next sign-in.',
  fields: {
    'password.length': 'Characters of a password at least',
    'password.kinds': 'Kinds of characters at least (capital, small, digit, other)',
    'password.strength': 'How hard to guess (0 to 4)',
    'password.history': 'Last passwords that do not come back',
    'password.days': 'Days until it must be changed (0 = never)',
    'lockout.failures': 'Failures in a row that lock the login',
    'lockout.minutes': 'Minutes of the first lock; each further failure doubles them',
    'lockout.mostMinutes': 'Minutes of the longest lock',
    'session.idleMinutes': 'Minutes without a request until the session ends',
    'session.hours': 'Hours a session lasts at most',
  },
  factorFor: 'Roles that must use a second factor',
}

export const useSystemWords = vocabulary(zh, en)
export type SecurityField = keyof typeof zh.fields
