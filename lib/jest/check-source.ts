import { Construct } from 'constructs';
import { check } from '../check/check';
import { type KubewrightConfig } from '../check/config';
import { type Diagnostic } from '../diagnostics/diagnostic';
import { type Allowance } from '../model/allowance';
import { ObjectSet } from '../model/object-set';
import { allowancesIn } from '../source/allowances';
import { existingIn } from '../source/existing-objects';
import { sourceOf } from '../source/source-of';
import { manifestsOf, renderedObjects } from './manifests-of';

/** What the checks find in an App, a Chart, another construct, or manifests. */
export function checkSource(received: unknown, config: KubewrightConfig = {}): readonly Diagnostic[] {
  if (!Construct.isConstruct(received)) {
    return check(new ObjectSet(manifestsOf(received).map((object) => ({ object }))), config);
  }
  const construct = received;
  const set = new ObjectSet(
    renderedObjects(construct).map(({ object, path, construct: maker }) => ({
      object,
      path,
      locate: () => sourceOf(maker),
    })),
  );
  const allowances: readonly Allowance[] = allowancesIn(construct);
  return check(set, { ...config, allowances, existing: existingIn(construct) });
}
