import { readFileSync } from 'node:fs';
import type * as checker from '../check/check';
import { type KubewrightConfig } from '../check/config';
import { type Diagnostic, isFileSpan } from '../diagnostics/diagnostic';
import type * as sets from '../model/object-set';
import type * as reader from '../read/read-manifests';

/** The part of the stock command line's validation context that is used. @see cdk8s-cli, lib/plugins/validation.ts */
export interface ValidationContext {
  /** Paths of the rendered files. */
  readonly manifests: readonly string[];
  readonly report: {
    addViolation(violation: {
      readonly ruleName: string;
      readonly recommendation: string;
      readonly fix: string;
      readonly violatingResources: readonly {
        readonly resourceName: string;
        readonly locations: readonly string[];
        readonly manifestPath: string;
      }[];
    }): void;
    submit(status: 'success' | 'failure', metadata?: Readonly<Record<string, string>>): void;
  };
}

/**
 * The checks as a validation plugin of the stock `cdk8s synth`, with the settings as `properties`:
 *
 * ```yaml
 * validations:
 *   - package: ./node_modules/kubewright
 *     class: KubewrightValidation
 *     version: 0.1.0
 *     properties: { target: '1.35' }
 * ```
 *
 * Those of kubewright.config.ts are not read. With `package: kubewright` cdk8s installs the package once more.
 *
 * It sees the rendered YAML alone; `kubewright synth` points at the lines of TypeScript too.
 */
export class KubewrightValidation {
  constructor(private readonly config: KubewrightConfig = {}) {}

  /** Reads what was rendered, and adds each finding to the report. Only errors make it fail. */
  validate({ manifests, report }: ValidationContext): Promise<void> {
    // Loaded when they are used: this stands in the entry point that every chart imports.
    const { readManifests } = module.require('../read/read-manifests') as typeof reader;
    const { ObjectSet } = module.require('../model/object-set') as typeof sets;
    const { check } = module.require('../check/check') as typeof checker;
    const objects = manifests.flatMap((path) => readManifests(readFileSync(path, 'utf8'), path).objects);
    const findings = check(new ObjectSet(objects), this.config);
    for (const finding of findings) report.addViolation(violationOf(finding));
    const failed = findings.some(({ severity }) => severity === 'error');
    report.submit(failed ? 'failure' : 'success', { objects: String(objects.length) });
    return Promise.resolve();
  }
}

function violationOf({ code, title, object, path, spans, notes, help }: Diagnostic) {
  const place = spans.find(isFileSpan);
  return {
    ruleName: code,
    recommendation: [title, ...notes].join('\n'),
    fix: help.join('\n'),
    violatingResources: [
      {
        resourceName: object?.name ?? '',
        locations: path === undefined ? [] : [path],
        manifestPath: place?.file ?? '',
      },
    ],
  };
}
