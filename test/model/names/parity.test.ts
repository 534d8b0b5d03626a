import { type KubernetesVersion } from '../../../lib/model/kubernetes-version';
import { annotationKeyErrors } from '../../../lib/model/names/annotation-key';
import { cIdentifierErrors } from '../../../lib/model/names/c-identifier';
import { configKeyErrors } from '../../../lib/model/names/config-key';
import { dns1035LabelErrors } from '../../../lib/model/names/dns1035-label';
import { dns1123LabelErrors } from '../../../lib/model/names/dns1123-label';
import { dns1123SubdomainErrors } from '../../../lib/model/names/dns1123-subdomain';
import { envVarNameErrors } from '../../../lib/model/names/env-var-name';
import { httpHeaderNameErrors } from '../../../lib/model/names/http-header-name';
import { labelKeyErrors } from '../../../lib/model/names/label-key';
import { labelValueErrors } from '../../../lib/model/names/label-value';
import { nameRule } from '../../../lib/model/names/name-rule';
import { pathSegmentErrors } from '../../../lib/model/names/path-segment';
import { portNameErrors } from '../../../lib/model/names/port-name';
import { wildcardSubdomainErrors } from '../../../lib/model/names/wildcard-subdomain';
import fixture from '../fixtures/names.json';

type Check = (value: string, version: KubernetesVersion) => string[];

const CHECKS: Readonly<Record<string, Check>> = {
  annotationKey: annotationKeyErrors,
  cIdentifier: cIdentifierErrors,
  configKey: configKeyErrors,
  dns1035Label: dns1035LabelErrors,
  dns1123Label: dns1123LabelErrors,
  dns1123Subdomain: (value) => dns1123SubdomainErrors(value),
  envVarName: (value) => envVarNameErrors(value, '1.31'),
  relaxedEnvVarName: (value) => envVarNameErrors(value, '1.32'),
  generateSubdomain: (value) => nameRule('dns-subdomain').generateNameErrors(value),
  generateLabel: (value) => nameRule('dns-label').generateNameErrors(value),
  generate1035: (value) => nameRule('dns-1035-label').generateNameErrors(value),
  httpHeaderName: httpHeaderNameErrors,
  labelKey: labelKeyErrors,
  labelValue: labelValueErrors,
  pathSegment: pathSegmentErrors,
  portName: portNameErrors,
  wildcardSubdomain: wildcardSubdomainErrors,
};

function compare(functions: Readonly<Record<string, number[][]>>, version: KubernetesVersion): void {
  for (const [name, results] of Object.entries(functions)) {
    const check = CHECKS[name];
    if (check === undefined) throw new Error(`no check for ${name}`);
    const expected = results.map((errors, at) => [fixture.names[at], errors.map((m) => fixture.messages[m])]);
    expect([name, fixture.names.map((value) => [value, check(value, version)])]).toEqual([name, expected]);
  }
}

test('names are taken and refused with the words of apimachinery', () => {
  expect(Object.keys(fixture.functions).sort()).toEqual(Object.keys(CHECKS).sort());
  compare(fixture.functions, '1.36');
  compare(fixture.functions, '1.35');
});

test('before 1.35 label keys and values have other words', () => {
  expect(Object.keys(fixture['before 1.35'])).toEqual(['annotationKey', 'labelKey', 'labelValue']);
  compare({ ...fixture.functions, ...fixture['before 1.35'] }, '1.34');
});
