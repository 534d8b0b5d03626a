import { check } from '../../lib/check/check';
import { type CheckOptions } from '../../lib/check/check-options';
import { exampleObjects } from '../../lib/check/example/example-objects';
import { type Diagnostic } from '../../lib/diagnostics/diagnostic';
import { ObjectSet } from '../../lib/model/object-set';

/** What the check finds in manifests. */
export function checkManifests(text: string, options?: CheckOptions): readonly Diagnostic[] {
  return check(new ObjectSet(exampleObjects(text, 'manifests.yaml')), options);
}

/** The same, each as `code title`. */
export function findingsIn(text: string, options?: CheckOptions): readonly string[] {
  return checkManifests(text, options).map(({ code, title }) => `${code} ${title}`);
}
