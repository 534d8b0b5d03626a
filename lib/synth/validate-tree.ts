import { type IConstruct } from 'constructs';

import { preorder } from './preorder';
import { SynthError } from './synth-error';

/**
 * Runs every validation that was added with `node.addValidation`, once, in preorder.
 *
 * @throws SynthError with all findings, in the words of cdk8s (lib/app.ts, `validate`); or, when
 * a validation itself throws, one that names its construct and has the error as `cause`
 */
export function validateTree(root: IConstruct): void {
  const failed: { construct: IConstruct; error: string }[] = [];
  for (const construct of preorder(root)) {
    for (const error of validate(construct)) failed.push({ construct, error });
  }
  if (failed.length === 0) return;
  const lines = failed.map(({ construct, error }) => `[${construct.node.path}] ${error}`);
  throw new SynthError(
    `Validation failed with the following errors:\n  ${lines.join('\n  ')}`,
    failed.map(({ construct }) => construct),
  );
}

function validate(construct: IConstruct): readonly string[] {
  try {
    return construct.node.validate();
  } catch (cause) {
    throw new SynthError(
      `Failed validating construct at path '${construct.node.path}': ${String(cause)}`,
      [construct],
      { cause },
    );
  }
}
