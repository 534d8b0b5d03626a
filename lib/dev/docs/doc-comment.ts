/** The parts of a TSDoc comment, as Markdown. */
export interface DocComment {
  /** What stands before the first tag. */
  readonly summary: string;
  readonly remarks: string | undefined;
  readonly defaultValue: string | undefined;
  readonly throws: readonly string[];
  /** Addresses and names of `@see`. */
  readonly see: readonly string[];
  /** Code of `@example`, without its fence. */
  readonly examples: readonly string[];
}

const TAG = /(?:^|\s)@(remarks|defaultValue|throws|see|example|param|returns|typeParam)\b/;

/** Reads the text of a comment, `/**` and all; undefined for what is no doc comment. */
export function readDocComment(raw: string): DocComment | undefined {
  if (!raw.startsWith('/**')) return undefined;
  const text = raw
    .slice(3, -2)
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, ''))
    .join('\n')
    .trim();
  const [summary = '', ...tagged] = text.split(TAG);
  const blocks = new Map<string, string[]>();
  for (let index = 0; index < tagged.length; index += 2) {
    const tag = tagged[index] ?? '';
    blocks.set(tag, [...(blocks.get(tag) ?? []), (tagged[index + 1] ?? '').trim()]);
  }
  return {
    summary: summary.trim(),
    remarks: blocks.get('remarks')?.join('\n\n'),
    defaultValue: blocks.get('defaultValue')?.join(' '),
    throws: blocks.get('throws') ?? [],
    see: blocks.get('see') ?? [],
    examples: (blocks.get('example') ?? []).map(withoutFence),
  };
}

function withoutFence(text: string): string {
  return (/^```\w*\n([\s\S]*?)\n```/.exec(text)?.[1] ?? text).trimEnd();
}
