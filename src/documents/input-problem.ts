// An input that cannot be used. Exit status 2; the message is one line that names the file and what to do.
export class InputProblem extends Error {
  readonly code:
    | 'not-found'
    | 'empty'
    | 'not-text'
    | 'unknown-format'
    | 'no-form'
    | 'too-large'
    | 'encrypted'
    | 'not-readable'
  constructor(code: InputProblem['code'], message: string) {
    super(message)
    this.name = 'InputProblem'
    this.code = code
  }
}
