export type Carried = { readonly name: string; readonly version: string; readonly licence: string | undefined }
export declare function carried(): readonly Carried[]
export declare function refused(packages: readonly Carried[]): readonly Carried[]
