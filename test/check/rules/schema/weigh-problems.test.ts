import { parse } from 'yaml';
import { weighProblems } from '../../../../lib/check/rules/schema/pass/weigh-problems';
import { validateSchema } from '../../../../lib/check/schema/validate-schema';
import { type JsonObject } from '../../../../lib/model/json-value';
import { type KubernetesVersion } from '../../../../lib/model/kubernetes-version';

const weighed = (yaml: string, version: KubernetesVersion = '1.35'): string[] => {
  const object = parse(yaml) as JsonObject;
  return weighProblems(validateSchema(object, { version }), object, version).map(
    ({ kind, pointer, severity = 'error' }) => `${severity} ${kind} ${pointer}`,
  );
};

describe('what the schema asks for', () => {
  it('is an error where the validation of the kind refuses it', () => {
    const policy = (operator: string): string => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: a }
spec: { podSelector: { matchExpressions: [{ key: a${operator} }] } }
`;
    expect(weighed(policy(''))).toEqual([
      'error missing-field /spec/podSelector/matchExpressions/0/operator',
    ]);
  });

  it('is a warning where it does not: after another objection, as here', () => {
    expect(
      weighed(`
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: a }
spec: { rules: [{ http: { paths: [{ path: / }] } }] }
`),
    ).toEqual([
      'warning missing-field /spec/rules/0/http/paths/0/backend',
      'error missing-field /spec/rules/0/http/paths/0/pathType',
    ]);
  });

  it('is left as it is for kinds whose validation is not known', () => {
    expect(
      weighed(
        'apiVersion: flowcontrol.apiserver.k8s.io/v1\nkind: FlowSchema\nmetadata: { name: a }\nspec: {}',
      ),
    ).toEqual(['error missing-field /spec/priorityLevelConfiguration']);
  });

  it('leaves alone what the decoder refuses', () => {
    expect(weighed('apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: [a]')).toEqual([
      'error wrong-type /data',
    ]);
  });
});
