/** The exit codes of the process, by the kind of error. */
export const EXIT_CODES = {
  /** The input was read and refused: an invalid feed, a suspicious number, a wrong signature. */
  refused: 1,
  /** The command line is wrong. */
  usage: 2,
  /** A file or an address could not be read or written. */
  io: 3,
} as const;

/** An error that the user can fix: a sentence that says what is wrong, and one that says how to fix it. */
export class UserError extends Error {
  constructor(
    message: string,
    readonly fix = '',
    readonly code: keyof typeof EXIT_CODES = 'refused',
  ) {
    super(message);
  }
}

/** UTF-8 bytes as text, without a byte-order mark. Throws a UserError for other bytes. */
export const decodeUtf8 = (path: string, bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    throw new UserError(`${path} is not UTF-8 text.`, 'Save it again with the encoding UTF-8.');
  }
};
