import { type DiffPaint } from '../render/diff/render-diff-text';

const SGR = { added: '32', removed: '31', changed: '1;36', warning: '1;33' } as const;

/** Paints a diff for a terminal, or leaves it as it is. */
export function diffPaint(color: boolean): DiffPaint {
  return (role, text) => (color ? `\u001b[${SGR[role]}m${text}\u001b[0m` : text);
}
