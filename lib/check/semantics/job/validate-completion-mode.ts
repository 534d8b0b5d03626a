import { type ObjectView } from '../object-view';

/** The bounds in pkg/apis/batch/validation/validation.go, which hold `status.completedIndexes` small. */
const MOST = 100_000;
const MOST_OF_MANY = 10_000;

/**
 * What hangs on `completionMode` in validateJobSpec of pkg/apis/batch/validation/validation.go, after SetDefaults_Job.
 *
 * @param completions - After defaulting.
 */
export function validateCompletionMode(spec: ObjectView, completions: number | undefined): void {
  const mode = spec.optionalText('completionMode') ?? 'NonIndexed';
  if (mode === 'Indexed') validateIndexed(spec, completions);
  else if (mode === 'NonIndexed') {
    for (const field of ['backoffLimitPerIndex', 'maxFailedIndexes'] as const) {
      if (spec.has(field)) {
        spec.invalid(field, 'requires indexed completion mode', { help: 'set `completionMode: Indexed`' });
      }
    }
  } else spec.notSupported('completionMode', ['NonIndexed', 'Indexed']);
}

function validateIndexed(spec: ObjectView, completions: number | undefined): void {
  if (completions === undefined) {
    spec.required('completions', 'when completion mode is Indexed', {
      help: 'set `completions`, the number of indexes',
    });
  }
  const parallelism = spec.optionalNumber('parallelism') ?? 1;
  const failed = spec.optionalNumber('maxFailedIndexes');
  const atMost = (field: string, value: number | undefined, limit: number, why = ''): void => {
    if (value !== undefined && value > limit) {
      spec.invalid(field, `must be less than or equal to ${String(limit)}${why}`);
    }
  };
  atMost('parallelism', parallelism, MOST, ' when completion mode is Indexed');
  if (completions !== undefined && failed !== undefined && failed > completions) {
    spec.invalid('maxFailedIndexes', 'must be less than or equal to completions');
  }
  atMost('maxFailedIndexes', failed, MOST);
  if (completions === undefined || completions <= MOST || !spec.has('backoffLimitPerIndex')) return;
  if (failed === undefined) {
    spec.required('maxFailedIndexes', `must be specified when completions is above ${String(MOST)}`);
  }
  const why = ` when completions are above ${String(MOST)} and used with backoff limit per index`;
  atMost('parallelism', parallelism, MOST_OF_MANY, why);
  atMost('maxFailedIndexes', failed, MOST_OF_MANY, why);
}
