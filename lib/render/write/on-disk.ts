import { RenderError } from '../render-error';

/**
 * Runs file operations on an output folder. When the system fails one (a full disk, a missing right), the
 * error says so, and in what state the folder was left.
 *
 * @throws {@link RenderError}
 */
export function onDisk<T>(dir: string, state: string | (() => string), action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    const told = typeof state === 'string' ? state : state();
    throw new RenderError([
      {
        title: `writing to \`${dir}\` failed (${error.message}); ${told}`,
        objects: [],
        files: [dir],
        help: 'mend the cause and render again',
      },
    ]);
  }
}
