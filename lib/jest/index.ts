import { type KubewrightConfig } from '../check/config';
import { recordSources } from '../source/record-sources';
import { manifestSerializer } from './manifest-serializer';
import { toContainResource } from './matchers/to-contain-resource';
import { toMatchManifestSnapshot } from './matchers/to-match-manifest-snapshot';
import { toPassChecks } from './matchers/to-pass-checks';
import { toReport } from './matchers/to-report';

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
       * The checks of `kubewright check` find no error in it.
       *
       * @example
       * ```ts
       * expect(chart).toPassChecks({ external: { objects: [{ kind: 'Secret', name: 'account' }] } });
       * ```
       */
      toPassChecks(config?: KubewrightConfig): R;
      /**
       * The checks find this, of whatever severity.
       *
       * @example
       * ```ts
       * expect(chart).toReport('K301');
       * ```
       */
      toReport(code: string, config?: KubewrightConfig): R;
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

// Findings point at the lines that made the constructs of the tests.
recordSources();
expect.extend({ toContainResource, toMatchManifestSnapshot, toPassChecks, toReport });
expect.addSnapshotSerializer(manifestSerializer);

export { manifestSerializer, toContainResource, toMatchManifestSnapshot, toPassChecks, toReport };
