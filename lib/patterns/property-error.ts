import { type IConstruct } from 'constructs';

/** A constructor was given a property that cannot work. Its message names construct, property and fix. */
export class PropertyError extends Error {
  override readonly name = 'PropertyError';

  /**
   * @param construct - the construct that was being made
   * @param property - the property as the user wrote it, e.g. `ports.http.nodePort`
   * @param problem - what is wrong, e.g. `is 80, outside 30000-32767`
   * @param fix - what to write instead
   */
  constructor(
    readonly construct: IConstruct,
    readonly property: string,
    readonly problem: string,
    readonly fix?: string,
  ) {
    super(
      `${construct.constructor.name} '${construct.node.path}': ${property} ${problem}${fix === undefined ? '' : `; ${fix}`}`,
    );
  }
}
