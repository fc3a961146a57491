export declare function stage(target: string, page?: string): void
