import type { Header } from './header.ts';

/** One SQL file and the table it builds: `pipelines/core/receipt.sql` builds `core.receipt`. */
export type Model = {
  readonly schema: 'staging' | 'core' | 'judged' | 'analyses';
  readonly table: string;
  /** `schema.table` */
  readonly name: string;
  readonly sql: string;
  readonly header: Header;
  /** Of `judged`: the rule, the table whose rows it judges, and the folder of the rules. */
  readonly rule?: { readonly name: string; readonly over: string; readonly directory: string };
};
