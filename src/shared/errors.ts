import type { Text } from './text.ts';

/**
 * Exit codes of every command: 0 ok · 1 bug · 2 usage or unusable input · 10 intake · 11 check failed ·
 * 12 refused by the gate or a purpose · 13 not found.
 */
export type ExitCode = 1 | 2 | 10 | 11 | 12 | 13;

/** Every code a user can meet, with its exit code; `docs/errors.md` explains each (a test compares both). */
export const errorCodes = {
  USAGE: 2,
  INPUT_UNREADABLE: 2,
  ACCESS_DENIED: 2,
  DISK_FULL: 2,
  CONFIG_INVALID: 2,
  HOME_MISSING: 13,
  HOME_EXISTS: 2,
  HOME_IN_USE: 2,
  DEMO_HOME_ONLY: 2,
  NOT_FOUND: 13,
  INTAKE_REFUSED: 10,
  INTAKE_UNKNOWN_KIND: 10,
  INTAKE_OTHER_INSURER: 10,
  INTAKE_ENCRYPTED: 10,
  INTAKE_ARCHIVE_UNSAFE: 10,
  INTAKE_XML_UNSAFE: 10,
  INTAKE_EMPTY: 10,
  INTAKE_TRUNCATED: 10,
  INTAKE_MY_NUMBER: 10,
  INTAKE_STILL_WRITING: 10,
  INTAKE_DISK_FULL: 10,
  INTAKE_CONTRACT: 10,
  INTAKE_FOREIGN_TO_DEMO: 10,
  MODEL_FAILED: 11,
  CHECK_FAILED: 11,
  GATE_BAD_TABLE: 2,
  GATE_IMPOSSIBLE: 12,
  GATE_TOO_LARGE: 12,
  GATE_AUDIT_FAILED: 12,
  GATE_UNKNOWN_PERSON: 12,
  GATE_CONTRACT: 12,
  GATE_K_LOWERED: 12,
  PURPOSE_NOT_ADOPTED: 12,
  PERSON_UNKNOWN: 12,
  PERSON_DISABLED: 12,
  PASSPHRASE_WRONG: 12,
  SAME_PERSON: 12,
  NOT_CONFIRMED: 12,
  DRAFT_ALTERED: 12,
  DOCUMENT_DIFFERS: 12,
  DOCUMENT_ALTERED: 12,
  CONSENT_STALE: 12,
  LIST_MISSING: 13,
  VAULT_NOT_GRANTED: 12,
  PRINT_FAILED: 1,
  RELEASE_ALTERED: 12,
  RELEASE_CONFLICT: 12,
  RELEASE_MISSING: 13,
} as const satisfies Record<string, ExitCode>;

export type ErrorCode = keyof typeof errorCodes;

type Details = { readonly hint?: Text; readonly cause?: unknown; readonly data?: unknown };

/**
 * The one error a user may see: what happened → what is safe → what to do next.
 * It never carries a person's value: positions (file, line, column) and expectations only.
 */
export class UserError extends Error {
  readonly code: ErrorCode;
  readonly text: Text;
  readonly hint: Text | undefined;
  /** Machine-readable evidence for `--json` (positions, cell ids, counts), never a value about a person. */
  readonly data: unknown;

  constructor(code: ErrorCode, text: Text, details: Details = {}) {
    super(`${code}: ${text.en}`, { cause: details.cause });
    this.name = 'UserError';
    this.code = code;
    this.text = text;
    this.hint = details.hint;
    this.data = details.data;
  }

  get exitCode(): ExitCode {
    return errorCodes[this.code];
  }
}
