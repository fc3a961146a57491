// Builds every link.
export const paths = {
  work: () => '/work',
  signIn: (then?: string) => (then ? `/sign-in?then=${encodeURIComponent(then)}` : '/sign-in'),
  setup: () => '/setup',
  filing: (id: string) => `/filings/${encodeURIComponent(id)}`,
  account: () => '/account',
  check: () => '/check',
  forms: () => '/forms',
  form: (id: string) => `/forms/${encodeURIComponent(id)}`,
}
