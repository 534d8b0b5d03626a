import { dirname } from 'node:path';
import { type Diagnostic } from '../../diagnostics/diagnostic';
import { PASSED_OVER } from '../../diagnostics/tool-codes';
import { type SourceSpan } from '../../model/source-span';

/** A file, or an object in one, that was found in a folder and is no manifest. */
export interface PassedOver {
  readonly span: SourceSpan;
  /** What it is in place of a manifest. */
  readonly label: string;
}

/** More notes than this are one. */
const MOST = 4;
const MOST_FOLDERS = 8;

/** The notes on what folders hold beside manifests; a single one where there is much of it. */
export function passedOverNotes(found: readonly PassedOver[]): readonly Diagnostic[] {
  if (found.length <= MOST) return found.map(note);
  const counts = new Map<string, number>();
  for (const { span } of found.slice(MOST))
    counts.set(dirname(span.file), (counts.get(dirname(span.file)) ?? 0) + 1);
  const folders = [...counts].map(([folder, count]) => `${folder} (${count})`);
  const more = folders.length - MOST_FOLDERS;
  const rest = `${folders.slice(0, MOST_FOLDERS).join(', ')}${more > 0 ? ` and in ${more} other folders` : ''}`;
  return [
    {
      ...DEFAULTS,
      title: `${found.length} files hold no Kubernetes object and were passed over`,
      spans: found.slice(0, MOST).map(({ span, label }) => ({ ...span, label })),
      notes: [`the others lie in ${rest}`],
      help: ['name a file itself to have it checked all the same'],
    },
  ];
}

function note({ span, label }: PassedOver): Diagnostic {
  return {
    ...DEFAULTS,
    title: `${span.file} holds no Kubernetes object and was passed over`,
    spans: [{ ...span, label }],
    help: ['name the file itself to have it checked all the same'],
  };
}

/** The note on a Helm chart in a folder. */
export function chartNote(folder: string, hasCrds: boolean): Diagnostic {
  const file = folder === '.' ? 'Chart.yaml' : `${folder}/Chart.yaml`;
  return {
    ...DEFAULTS,
    title: `${folder === '.' ? 'the working directory' : folder} is a Helm chart, whose templates are still to be rendered; it was left out`,
    spans: [{ file, line: 1, column: 1, label: '' }],
    notes: hasCrds ? ['its `crds/` are manifests as they are, and were checked'] : [],
    help: [`check what it renders: \`helm template ${folder} | kubewright check -\``],
  };
}

const DEFAULTS = { code: PASSED_OVER, severity: 'info', notes: [] } as const;
