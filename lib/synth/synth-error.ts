import { type IConstruct } from 'constructs';

/**
 * A tree of constructs that cannot be turned into objects: a failed validation, a dependency
 * cycle, a construct that throws while it is serialized.
 *
 * `cause` is the error that was thrown underneath, with its own stack, where there is one.
 */
export class SynthError extends Error {
  override readonly name = 'SynthError';

  /** The constructs that the message speaks of, in its order. */
  readonly constructs: readonly IConstruct[];

  constructor(message: string, constructs: readonly IConstruct[], options?: ErrorOptions) {
    super(message, options);
    this.constructs = constructs;
  }
}
