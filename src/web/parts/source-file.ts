// The file a form was read from, fetched only when its pages are to be shown.

/** `key` is the same for the same file: an open document is kept under it. */
export type SourceFile = { readonly key: string; readonly bytes: () => Promise<ArrayBuffer> }
