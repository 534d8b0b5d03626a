import { type RuleExample } from '../rule-example';

/** The texts that the places of an example's findings point into, as `checkExample` names its files. */
export function exampleSource({ before, manifests }: RuleExample): (file: string) => string | undefined {
  return (file) => (file.startsWith('before-') ? before : manifests);
}
