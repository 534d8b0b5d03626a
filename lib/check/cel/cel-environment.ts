import { type CelOverload, parseSignature } from './cel-signature';
import { type CelType } from './cel-type';

/**
 * What the language has besides functions: macros of two variables, optional values, `sortBy`, and list literals whose items
 * have to be of one type.
 */
export type CelFeature = 'two-variables' | 'optional' | 'sort-by' | 'same-items';

/** What an expression may refer to. */
export class CelEnvironment {
  private readonly functions = new Map<string, CelOverload[]>();

  constructor(
    readonly variables: ReadonlyMap<string, CelType>,
    /** Fields of types that have some. */
    readonly fields: ReadonlyMap<string, ReadonlyMap<string, CelType>>,
    signatures: Iterable<string>,
    readonly features: ReadonlySet<CelFeature>,
  ) {
    for (const signature of signatures) {
      const [name, overload] = parseSignature(signature);
      const known = this.functions.get(name);
      if (known === undefined) this.functions.set(name, [overload]);
      else known.push(overload);
    }
  }

  overloads(name: string): readonly CelOverload[] | undefined {
    return this.functions.get(name);
  }

  /** The same, with further variables and types with fields. */
  with(
    variables: ReadonlyMap<string, CelType>,
    fields: ReadonlyMap<string, ReadonlyMap<string, CelType>> = new Map(),
  ): CelEnvironment {
    const more = new CelEnvironment(
      new Map([...this.variables, ...variables]),
      new Map([...this.fields, ...fields]),
      [],
      this.features,
    );
    for (const [name, overloads] of this.functions) more.functions.set(name, overloads);
    return more;
  }

  /** The same without a feature. */
  without(feature: CelFeature): CelEnvironment {
    const features = new Set([...this.features].filter((each) => each !== feature));
    const less = new CelEnvironment(this.variables, this.fields, [], features);
    for (const [name, overloads] of this.functions) less.functions.set(name, overloads);
    return less;
  }
}
