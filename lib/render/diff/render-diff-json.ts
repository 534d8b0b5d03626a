import { type Manifest } from '../../model/manifest';
import { summarizeDiff } from './diff-summary';
import { type ObjectChange } from './object-change';

/** The changes as JSON, for programs. Values of Secrets are left out. */
export function renderDiffJson(changes: readonly ObjectChange[]): string {
  const data = {
    summary: summarizeDiff(changes),
    changes: changes.map((change) => ({
      change: change.change,
      ...('before' in change && { before: reference(change.before) }),
      ...('after' in change && { after: reference(change.after) }),
      ...('fields' in change && {
        restartsPods: change.restartsPods,
        fields: change.fields.map(({ path, before, after, refused, tokens: [first] }) => {
          const secret = change.after.kind === 'Secret' && (first === 'data' || first === 'stringData');
          return { path, ...(secret ? { secret } : { before, after }), refused };
        }),
      }),
    })),
  };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

function reference({ apiVersion, kind, metadata: { namespace, name } }: Manifest): object {
  return { apiVersion, kind, namespace, name };
}
