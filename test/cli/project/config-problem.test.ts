import { configProblem } from '../../../lib/cli/project/config-problem';

test.each<[object, string]>([
  [{ rulez: [] }, "there is no setting 'rulez'; did you mean 'rules'?"],
  [{ severity: { K101: 'off' } }, "there is no setting 'severity'; did you mean 'severities'?"],
  [{ target: 1.34 }, "`target` has to be text, such as '1.34'"],
  [
    { rules: { K301: 'off' } },
    '`rules` is a list of your own rules; severities by code go into `severities`',
  ],
  [{ rules: ['x'] }, '`rules` has to be a list of rules, made by defineRule'],
  [{ severities: ['K101'] }, "`severities` has to be an object, such as { K301: 'warning' }"],
  [
    { external: { kinds: 3 } },
    "there is no setting 'external.kinds'; the settings are objects, resources, crds, podSecurity, nodes",
  ],
  [
    { paths: { files: 'a' } },
    "`paths` has to be a list, such as [{ files: 'charts/legacy/**', severities: { K301: 'off' } }]",
  ],
])('%j is refused', (config, problem) => expect(configProblem(config)).toBe(problem));

test.each([
  [{}],
  [
    {
      target: '1.35',
      severities: {},
      rules: [],
      external: { objects: [], resources: [], crds: [], podSecurity: {}, nodes: [] },
      paths: [{ files: 'a', severities: {} }],
    },
  ],
  [{ target: undefined }],
])('%j is none', (config) => expect(configProblem(config)).toBeUndefined());
