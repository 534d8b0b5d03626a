import { manifestSerializer } from './manifest-serializer';
import { toContainResource } from './matchers/to-contain-resource';
import { toMatchManifestSnapshot } from './matchers/to-match-manifest-snapshot';

declare global {
  // The namespace of @types/jest, which matchers are added to.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-unused-vars, @typescript-eslint/no-empty-object-type -- as declared there
    interface Matchers<R, T = {}> {
      /**
       * Some object of the kind has all the fields of `partial`; of a list, all the items that it names. Asymmetric
       * matchers such as `expect.stringMatching` may stand for any value.
       *
       * @example
       * ```ts
       * expect(chart).toContainResource('Deployment', { spec: { replicas: 3 } });
       * ```
       */
      toContainResource(kind: string, partial?: object): R;
      /**
       * What an App, a Chart or another construct renders to is the YAML of the snapshot.
       *
       * @example
       * ```ts
       * expect(chart).toMatchManifestSnapshot();
       * ```
       */
      toMatchManifestSnapshot(hint?: string): R;
    }
  }
}

/** The part of jest's global that is used; it is there wherever a test or a setup file runs. */
declare const expect: {
  readonly extend: (matchers: Readonly<Record<string, unknown>>) => void;
  readonly addSnapshotSerializer: (serializer: unknown) => void;
};

expect.extend({ toContainResource, toMatchManifestSnapshot });
expect.addSnapshotSerializer(manifestSerializer);

export { manifestSerializer, toContainResource, toMatchManifestSnapshot };
