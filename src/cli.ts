// Composition root of the command line.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, CommanderError } from 'commander'
import { annotateCommand } from './cli/annotate.ts'
import { auditCommand } from './cli/audit.ts'
import { backupCommand } from './cli/backup.ts'
import { checkCommand } from './cli/check.ts'
import { inChinese, refusalOf } from './cli/chinese.ts'
import { configCommand } from './cli/config.ts'
import { convertCommand } from './cli/convert.ts'
import { cycleCommand } from './cli/cycle.ts'
import { doctorCommand } from './cli/doctor.ts'
import { filingCommand } from './cli/filing.ts'
import { formCommand } from './cli/form.ts'
import { importCommand } from './cli/import.ts'
import { layoutsCommand } from './cli/layouts.ts'
import { migrateCommand } from './cli/migrate.ts'
import { organisationCommand } from './cli/organisation.ts'
import { outcomeOf, say } from './cli/outcome.ts'
import { personCommand } from './cli/person.ts'
import { profilesCommand } from './cli/profiles.ts'
import { projectCommand } from './cli/project.ts'
import { readCommand } from './cli/read.ts'
import { restoreCommand } from './cli/restore.ts'
import { rulesCommand } from './cli/rules.ts'
import { schemaCommand } from './cli/schema.ts'
import { serveCommand } from './cli/serve.ts'
import { setupCommand } from './cli/setup.ts'
import { verifyCommand } from './cli/verify.ts'
import { startServer } from './server.ts'

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8')) as {
  version: string
}
const exit = (status: number) => {
  process.exitCode = status
}

const program = inChinese(new Command('hengji'))
  .description('衡绩：预算绩效管理')
  .version(version, '-V, --version', '显示版本')
  .helpOption('-h, --help', '显示帮助')
  .helpCommand('help [命令]', '显示某个命令的帮助')
  .exitOverride()

readCommand(program, exit)
checkCommand(program, exit)
convertCommand(program, exit)
annotateCommand(program, exit)
profilesCommand(program)
layoutsCommand(program)
rulesCommand(program)
schemaCommand(program)
serveCommand(program, startServer)
setupCommand(program)
importCommand(program, exit)
personCommand(program)
organisationCommand(program, exit)
cycleCommand(program)
projectCommand(program, exit)
filingCommand(program)
formCommand(program)
auditCommand(program)
configCommand(program)
doctorCommand(program, exit)
migrateCommand(program)
backupCommand(program)
restoreCommand(program)
verifyCommand(program, exit)

// `hengji read X | head`: the reader went away, which is no fault.
process.stdout.on('error', (error: { code?: string }) => {
  if (error.code === 'EPIPE') process.exit()
})

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) {
    if (error.exitCode !== 0 && error.code !== 'commander.help') say(refusalOf(error))
    exit(error.exitCode === 0 ? 0 : 2)
  } else {
    const { status, line } = outcomeOf(error)
    say(line)
    exit(status)
  }
}
