/** Where text goes. */
export interface Writer {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write: (text: string) => unknown;
}

/** What a command knows of the world around it; tests give their own. */
export interface Io {
  readonly stdout: Writer;
  readonly stderr: Writer;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly cwd: string;
}

/**
 * Whether to colour what goes to a writer: NO_COLOR (no-color.org) forbids it,
 * FORCE_COLOR asks for it even in a pipe, else a terminal decides.
 */
export function usesColor(writer: Writer, env: Io['env']): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return writer.isTTY === true && TERM !== 'dumb';
}
