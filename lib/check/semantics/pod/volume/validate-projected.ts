import { type ObjectView } from '../../object-view';
import { validateDownwardFiles } from './validate-downward-api';
import { validateFileMode } from './validate-file-mode';
import { validateKeyToPath } from './validate-key-files';
import { validateLocalPath } from './validate-paths';

const LEAST_SECONDS = 10 * 60;
const MOST_SECONDS = 2 ** 32;

/** What a source may be. Others are of features that are off (pod-features.ts), and dropped before. */
const KINDS = ['secret', 'configMap', 'downwardAPI', 'serviceAccountToken'] as const;

/** validateProjectedVolumeSource and validateProjectionSources in pkg/apis/core/validation/validation.go. */
export function validateProjected(projected: ObjectView): void {
  validateFileMode(projected, 'defaultMode');
  const paths = new Set<string>();
  for (const source of projected.objects('sources')) {
    const parts = KINDS.flatMap((kind) => {
      const part = source.object(kind);
      return part === undefined ? [] : [[kind, part] as const];
    });
    for (const [kind, part] of parts) {
      if (kind === 'serviceAccountToken') validateToken(part, projected);
      else validateFiles(part, kind, { projected, paths });
    }
    if (parts.length > 1) {
      const per = source.validation.since('1.31') ? ' per source' : '';
      source.forbidden([], `may not specify more than 1 volume type${per}`, {
        help: 'make a source of each',
      });
    }
  }
}

interface Projection {
  readonly projected: ObjectView;
  /** The paths that files have so far. */
  readonly paths: Set<string>;
}

function validateFiles(
  part: ObjectView,
  kind: 'secret' | 'configMap' | 'downwardAPI',
  { projected, paths }: Projection,
): void {
  const name = part.text('name');
  if (kind === 'downwardAPI') {
    validateDownwardFiles(part);
  } else {
    if (name === '') part.required('name');
    for (const item of part.objects('items')) validateKeyToPath(item);
  }
  for (const item of part.objects('items')) {
    const path = item.text('path');
    if (path === '') continue;
    if (paths.has(path)) {
      item.namedAs(projected.named).invalid([], 'conflicting duplicate paths', {
        value: kind === 'downwardAPI' ? path : name,
        at: 'path',
        help: `another file of this volume is \`${path}\` already`,
      });
    }
    paths.add(path);
  }
}

/** A token's path is named without the source, and is held against no other file. */
function validateToken(token: ObjectView, projected: ObjectView): void {
  const seconds = token.optionalNumber('expirationSeconds');
  if (seconds !== undefined && seconds < LEAST_SECONDS) {
    token.invalid('expirationSeconds', 'may not specify a duration less than 10 minutes', {
      help: 'write 600 or more',
    });
  }
  if (seconds !== undefined && seconds > MOST_SECONDS) {
    token.invalid('expirationSeconds', 'may not specify a duration larger than 2^32 seconds');
  }
  const path = token.text('path');
  const named = token.namedAs(projected.named);
  if (path === '') named.required('path');
  else if (token.validation.since('1.30')) validateLocalPath(named, 'path', path);
}
