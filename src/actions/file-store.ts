// Where files are kept: below a folder of this machine, or in an S3-compatible store several machines share.
export type { FileStore } from '../store/files.ts'
export { filesIn, noFiles } from '../store/files.ts'
export { filesInS3, type S3Options } from '../store/s3-files.ts'
