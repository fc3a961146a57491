// Every way a request can be refused. A judgement about a form is a finding, never a problem.

type Slots<S> = S extends `${string}{${infer K}}${infer R}` ? K | Slots<R> : never

/** Codes are public: add, never rename or reuse. [HTTP status, sentence that says what to do]. */
export const problems = {
  'form.notFound': [404, '没有找到编号为{id}的绩效表，它可能已被移除。请返回列表重新选择。'],
  'document.notFound': [404, '没有找到这份文件的原文。请重新导入该文件。'],
  'document.unusable': [422, '{message}'],
  'document.tooSlow': [422, '{name}：{seconds} 秒内没有读完，已停止。请拆成几个文件后再试。'],
  'document.tooComplex': [422, '{name}：内容过大或结构过于复杂，已停止读取。请拆成几个文件后再试。'],
  'document.tooLarge': [413, '文件超过{limit} MB，无法检查。请拆分后再试。'],
  'layout.unknown': [422, '没有表样“{id}”。可用的表样：{known}。'],
  'layout.missing': [422, '“{title}”还没有版式，不能输出为表样。请改为下载 JSON 或 CSV。'],
  'layout.otherKind': [422, '第{number}张表是“{title}”，与表样“{layout}”不是同一类表，未输出。'],
  'profile.unknown': [422, '没有口径“{id}”。可用的口径：{known}。'],
  'rule.unknown': [422, '没有规则“{id}”。运行 npx hengji rules 查看全部规则。'],
  'input.invalid': [400, '请求内容有误：{message}'],
  'form.changed': [409, '这份绩效表已被他人修改（现为第{number}版）。请刷新后再保存。'],
  'form.refused': [409, '{reason}'],
  'publication.unfit': [422, '有{count}处内容不宜公开：{first}请先改正；确认可以公开的，请确认后再公开。'],
  'publication.tooMany': [422, '共{count}张表，一次最多{limit}张。请用年度、地区或名称缩小范围。'],
  'form.notStorable': [422, '表中含有数据库不能保存的字符（如空字符），未保存。请检查文件内容。'],
  'database.unreachable': [
    503,
    '数据库连接不上：{where}（{reason}）。请检查地址、端口、用户名和密码，以及数据库是否已启动。',
  ],
  'database.recovering': [503, '数据库正在恢复，请过几秒再试。'],
  'database.full': [503, '数据库所在的磁盘已满，这次没有保存，以前保存的都在。请管理员腾出空间后再试。'],
  'database.busy': [503, '同时使用的人太多，数据库一时应答不过来，请过几秒再试。'],
  'database.tooOld': [
    503,
    '数据库 {where} 的版本是 PostgreSQL {version}，需要 15 或更高。请升级数据库，或不设 DATABASE_URL 改用内置数据库。',
  ],
  'database.newer': [503, '数据库的数据由更新版本的程序写成（{migration}）。请升级本程序，或换一个数据目录。'],
  'database.altered': [503, '数据库已执行的升级脚本 {migration} 与本程序的不一致。请使用与数据相同来源的程序。'],
  'database.notEmpty': [409, '数据库中已有{count}份绩效表，未恢复。确认要覆盖，请加 --force。'],
  'dataDir.notWritable': [503, '数据目录不可写：{directory}（{reason}）。请检查权限，或用 --data 指定其他目录。'],
  'dataDir.otherVersion': [
    503,
    '数据目录 {directory} 由 PostgreSQL {version} 建立，本程序内置 PostgreSQL {own}。请用原来的程序备份后恢复，或用 --data 指定其他目录。',
  ],
  'dataDir.otherOwner': [503, '数据目录 {directory} 属于其他用户。请用原来的用户启动，或用 --data 指定其他目录。'],
  'embedded.unavailable': [503, '内置数据库不能在本机运行（{reason}）。请安装 PostgreSQL 15 以上并设置 DATABASE_URL。'],
  'embedded.failed': [503, '内置数据库没有启动：{reason}。日志：{log}'],
  'secret.keyMissing': [
    503,
    '验证器的密钥已加密，本机没有解开它的主密钥（编号 {id}）。请用恢复码登录，或请管理员找回主密钥（数据目录的 secrets.key，或 HENGJI_SECRETS_KEY）。',
  ],
  'secret.keyUnusable': [503, '{where} 中的主密钥不能使用：应为 32 字节的 base64，多个用空格或换行分开。'],
  'secret.damaged': [503, '验证器的密钥已损坏。请用恢复码登录，再重新绑定验证器。'],
  'backup.exists': [409, '{path} 已存在，未备份。换一个文件名，或加 --force 覆盖它。'],
  'backup.unusable': [422, '备份文件不能使用：{path}（{reason}）。数据未改动。'],
  'port.taken': [503, '端口 {port} 已被占用。请用 --port 换一个端口，或先停止占用它的程序。'],
  'host.unavailable': [503, '本机没有 {host} 这个地址，不能在上面监听（{reason}）。请用 --host 指定本机的地址。'],
  'port.forbidden': [503, '没有权限使用端口 {port}。请用 --port 指定 1024 以上的端口。'],
  'organisation.notFound': [404, '没有找到这个机构，它可能已撤销或代码有误。请重新查找。'],
  'organisation.closed': [409, '{name}已于{day}撤销，不能再变更。'],
  'organisation.codeTaken': [409, '{parent}之下已有代码为“{code}”的机构。请换一个代码。'],
  'organisation.unfit': [422, '{reason}'],
  'cycle.notFound': [404, '没有找到这个年度。请返回列表重新选择。'],
  'cycle.exists': [409, '{organisation}的{year}年度已有“{name}”。请换一个名称。'],
  'task.notFound': [404, '没有找到这个任务。请返回年度重新选择。'],
  'task.notFor': [409, '本任务没有对{organisation}开放。请先把它加入任务。'],
  'project.notFound': [404, '没有找到这个项目，或它不在您的职责范围内。'],
  'project.codeTaken': [409, '项目代码“{code}”已被另一个项目使用。请核对代码。'],
  'project.changed': [409, '这个项目已被他人修改（现为第{revision}次修改后）。请刷新后再保存。'],
  'project.unfit': [422, '{reason}'],
  'filing.notFound': [404, '没有找到这份填报件，或它不在您的职责范围内。请返回列表重新选择。'],
  'filing.exists': [409, '{organisation}的“{what}”在本任务中已有填报件。请在列表中打开它。'],
  'filing.unfit': [422, '{reason}'],
  'filing.refused': [409, '{reason}'],
  'filing.changed': [409, '这份填报件刚刚有变动（现为“{state}”）。请刷新后再办理。'],
  'filing.conflict': [409, '有{count}处与他人的修改冲突，未保存：{first}。请逐处选择后再保存。'],
  'filing.rebaseConflict': [
    409,
    '有{count}处您填的内容与新批复的目标对不上，未更新：{first}。请先改好或清空这些内容，再更新。',
  ],
  'filing.incomplete': [422, '还有{count}处须先改正，未提交：{first}'],
  'filing.fixedCells': [422, '{reason}，未保存。涉及{count}处：{first}。'],
  'filing.version': [404, '没有第{number}版。'],
  'comment.notFound': [404, '没有找到这条批注，它可能已被移除。请刷新。'],
  'review.faulty': [422, '审核表有{count}处不对，未保存：{first}'],
  'evidence.notFound': [404, '没有找到这份佐证材料，它可能已被移除。请刷新。'],
  'evidence.refused': [422, '{name}：{reason}，未上传。'],
  'evidence.damaged': [503, '“{name}”的内容与上传时不一致或已丢失。请联系系统管理员从备份中恢复。'],
  'files.absent': [503, '没有设置存放文件的地方，不能上传或下载。请联系系统管理员。'],
  'files.notWritable': [503, '存放文件的目录不可写（{reason}），未保存。请联系系统管理员。'],
  'job.notFound': [404, '没有找到这项任务。'],
  'job.refused': [409, '{reason}'],
  'idempotency.reused': [422, '这个 Idempotency-Key 已用于另一个请求。请换一个新的键。'],
  'idempotency.running': [409, '同一个 Idempotency-Key 的请求尚未有结果。请先查看是否已经办成，再用新的键重试。'],
  'precondition.failed': [412, '您看到的内容已不是最新（{reason}）。请重新读取后再试。'],
  'config.unusable': [422, '配置文件 {path} 不能使用：{reason}。'],
  'workbook.foreign': [422, '{name}：不是从这份填报件导出的工作簿，不能合并。请先导出，在导出的文件里修改。'],
  'list.faulty': [422, '{name}：有{count}处错误，未导入。{first}'],
  'day.future': [422, '生效日期{day}在今天之后，请在生效当日再办理。'],
  'server.unnamed': [
    422,
    '监听所有地址（{host}）时，须用 --allow-host 写明用户访问本系统的名称或地址，如 --allow-host jixiao.example.cn。',
  ],
  'session.missing': [401, '{reason}'],
  'session.refused': [401, '登录名或密码不对。连续输错会被锁定一段时间；忘记密码请联系系统管理员。'],
  'session.locked': [429, '输错次数过多，已锁定，请 {minutes} 分钟后再试。着急请联系安全管理员解除锁定。'],
  'session.disabled': [403, '这个账号已停用。请联系系统管理员。'],
  'session.factorRefused': [401, '验证码不对或已经用过。请等验证器显示下一个验证码再试，也可以使用恢复码。'],
  'session.headerMissing': [403, '请求缺少 X-Hengji 头，未执行。请从本系统的页面操作；程序调用请使用令牌。'],
  'session.notFound': [404, '没有找到这次登录，它可能已经退出。'],
  'elsewhere.absent': [404, '本系统没有设置统一身份认证。请用登录名和密码登录。'],
  'elsewhere.unreachable': [503, '连接不上统一身份认证服务。请稍后再试，或用登录名和密码登录。'],
  'elsewhere.invalid': [401, '统一身份认证的应答无效，未登录。请重新登录；仍然不行请联系系统管理员。'],
  'elsewhere.notBegun': [401, '登录没有从本页面开始，或已超时。请重新登录。'],
  'elsewhere.unknown': [403, '本系统没有与您的统一身份对应的账号。请联系系统管理员。'],
  'elsewhere.taken': [409, '同名账号已绑定另一个统一身份。请联系系统管理员。'],
  'password.wrong': [422, '现在的密码不对，未修改。'],
  'password.refused': [422, '新密码不能使用：{reason}。'],
  'factor.absent': [409, '还没有开始绑定验证器，或已经绑定。请刷新后再试。'],
  'token.refused': [401, '令牌无效、已过期或已收回。请在“我的令牌”中重新生成。'],
  'token.notFound': [404, '没有找到这个令牌，它可能已被收回。'],
  'token.scopeRefused': [422, '令牌不能含“{title}”的权限：{reason}'],
  'person.notFound': [404, '没有找到这个人员，或者不在您的管理范围内。'],
  'person.loginTaken': [409, '登录名“{login}”已有人使用。请换一个。'],
  'person.changed': [409, '人员“{name}”已被他人修改。请刷新后再保存。'],
  'person.self': [409, '不能{what}自己的账号。请由另一位管理员办理。'],
  'grant.conflict': [409, '未授予：{reason}'],
  'grant.exists': [409, '{name}在{organisation}已有“{role}”这个角色。'],
  'grant.notFound': [404, '没有找到这个角色授予，它可能已被收回。'],
  'setup.done': [409, '本系统已完成初始设置。请登录。'],
  'setup.codeWrong': [403, '设置码不对。设置码在启动程序时打印在控制台上；重新启动会生成新的设置码。'],
  'setup.invalid': [422, '初始设置未完成：{reason}'],
  'setup.notEmpty': [409, '库中已有导入的文件，不能再装入示例。请换一个空的数据目录再试用。'],
  'setup.noDemonstration': [404, '本系统没有带示例数据。'],
  'job.noFile': [404, '这项任务没有可下载的文件：尚未办完，或不产生文件。'],
  'search.notFound': [404, '没有找到这个筛选，它可能已被删除。'],
  'search.unknown': [409, '筛选“{name}”含有本版本没有的条件，未办理。请重新设置条件，用同一名称保存。'],
  'request.tooMany': [429, '操作过于频繁，请 {seconds} 秒后再试。'],
  'permission.denied': [403, '{reason}'],
  'request.refused': [403, '只接受本机页面发来的请求。请用程序打印的地址打开页面。'],
} as const satisfies Record<string, readonly [number, string]>

export type ProblemCode = keyof typeof problems

/** One of several things a refusal is about: the cell, what is wrong with it, and the values that were to be reconciled. */
export type ProblemError = {
  /** Path into the form or the input; '' = the whole. */
  readonly path: string
  readonly message: string
  readonly base?: string | null
  readonly mine?: string | null
  readonly theirs?: string | null
}

export class Problem extends Error {
  readonly code: ProblemCode
  readonly status: number
  readonly errors: readonly ProblemError[]
  constructor(code: ProblemCode, message: string, errors: readonly ProblemError[] = []) {
    super(message)
    this.name = 'Problem'
    this.code = code
    this.status = problems[code][0]
    this.errors = errors
  }
}

/** A refusal with its sentence filled in; a missing slot does not compile. */
export const problem = <C extends ProblemCode>(
  code: C,
  details: Record<Slots<(typeof problems)[C][1]>, string | number>,
  errors: readonly ProblemError[] = [],
): Problem => {
  const slots: Record<string, string | number> = details
  return new Problem(
    code,
    problems[code][1].replace(/\{(\w+)\}/g, (_, slot: string) => String(slots[slot])),
    errors,
  )
}
