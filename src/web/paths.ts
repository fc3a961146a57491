// Builds every link.
export const paths = {
  check: () => '/check',
  forms: () => '/forms',
  form: (id: string) => `/forms/${encodeURIComponent(id)}`,
}
