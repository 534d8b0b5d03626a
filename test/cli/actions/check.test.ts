import { Project } from '../support/project';

const SERVICE = `apiVersion: v1
kind: Service
metadata:
  name: cart
  namespace: shop
spec:
  selector: { app: cart }
  ports:
    - port: 80
`;

const PROGRAM = `import { ApiObject, App, Chart } from 'cdk8s';

const app = new App();
const chart = new Chart(app, 'shop', { namespace: 'shop' });
new ApiObject(chart, 'cart', {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'cart' },
  spec: { selector: { app: 'cart' }, ports: [{ port: 80 }] },
});
app.synth();
`;

const CRD = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: backups.ops.example.com }
spec:
  group: ops.example.com
  names: { kind: Backup, listKind: BackupList, plural: backups, singular: backup }
  scope: Namespaced
  versions:
    - { name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }
`;
let project: Project;

beforeAll(() => {
  project = new Project();
});

afterAll(() => project.remove());

describe('kubewright synth', () => {
  beforeEach(() => project.reset({ 'main.ts': PROGRAM }));

  it('shows an error at its line of TypeScript, and writes nothing', () => {
    const { status, stdout, stderr } = project.run(['synth']);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toBe(
      [
        'error[K301]: Service `shop/cart` selects no pod',
        ' --> main.ts:5:1',
        '  |',
        "5 | new ApiObject(chart, 'cart', {",
        '  | ^^^ selector is `app=cart`',
        '  |',
        '  = note: there are no pod templates in `shop`',
        "  = help: if an operator creates these pods: allow(this, 'K301', '<reason>')",
        '',
        'check: 1 error in 1 object; `kubewright explain K301` tells more',
        'nothing was written; --no-check writes all the same',
        '',
      ].join('\n'),
    );
    expect(project.list('.')).not.toContain('dist');
  });

  it('writes all the same with --no-check', () => {
    expect(project.run(['synth', '--no-check'])).toMatchObject({ status: 0, stderr: '' });
    expect(project.list('dist')).toContain('shop.k8s.yaml');
  });

  it('goes by the settings of the project', () => {
    project.write({
      'kubewright.config.ts':
        "import { defineConfig } from 'kubewright/check';\nexport default defineConfig({ severities: { K301: 'warning' } });\n",
    });
    const { status, stderr } = project.run(['synth']);
    expect(stderr).toContain('warning[K301]');
    expect(status).toBe(0);
  });

  it('says where settings are wrong', () => {
    project.write({ 'kubewright.config.ts': 'export const target = 1;\n' });
    expect(project.run(['synth'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('kubewright.config exports no settings by default') as string,
    });
    project.write({ 'kubewright.config.ts': "export default { target: '1.99' };\n" });
    expect(project.run(['synth']).status).toBe(1);
    expect(project.run(['synth']).stderr).toContain('1.99');
    project.write({ 'kubewright.config.ts': 'process.exit(0);\n' });
    expect(project.run(['check'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('called process.exit()') as string,
    });
  });
});

describe('kubewright check', () => {
  it('checks what the program renders', () => {
    project.reset({ 'main.ts': PROGRAM });
    const { status, stdout } = project.run(['check']);
    expect(status).toBe(1);
    expect(stdout).toContain(' --> main.ts:5:1');
  });

  it('checks files, folders, globs and standard input, at the line of the field', () => {
    project.reset({ 'k8s/cart.yaml': SERVICE });
    for (const path of ['k8s/cart.yaml', 'k8s', 'k8s/*.yaml']) {
      const { status, stdout } = project.run(['check', path]);
      expect({ status, place: stdout.split('\n')[1] }).toEqual({
        status: 1,
        place: ' --> k8s/cart.yaml:7:3',
      });
    }
  });

  it('tells what is broken, and checks the rest', () => {
    project.reset({ 'a.yaml': `kind: [\n---\n${SERVICE}`, 'b.yaml': 'kind: A\nkind: B\nmetadata: {}\n' });
    const { status, stdout } = project.run(['check', '.']);
    expect(status).toBe(1);
    expect(stdout).toContain('error[K012]');
    expect(stdout).toContain('error[K015]');
    expect(stdout).toContain('error[K301]');
  });

  it('tells a key that is read as something else, and says to quote it', () => {
    project.reset({
      'a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: axes }\ndata:\n  x: "1"\n  y: "2"\n',
    });
    const { status, stdout } = project.run(['check', 'a.yaml']);
    expect(status).toBe(0);
    expect(stdout).toContain(
      'warning[K019]: the key `y` has no quotes, and is read as `true`\n --> a.yaml:6:3',
    );
    expect(stdout).toContain('= help: write `"y":`');
  });

  it.each([
    ['values.yaml', 'replicas: 3\nkind: DaemonSet\n', undefined],
    ['values.yaml', 'replicas: 3\nreplicas: 4\n', 'the document has neither `apiVersion` nor `kind`'],
    ['Chart.yaml.json', '{ "apiVersion": "v2", "name": "a" }', 'this is the Chart.yaml of a Helm chart'],
    [
      'skaffold.yaml',
      'apiVersion: skaffold/v4beta6\nkind: Config\nmetadata: { name: a }\n',
      'settings of Skaffold',
    ],
    ['config', 'apiVersion: v1\nkind: Config\nclusters: []\n', 'this is a kubeconfig'],
    ['kustomization.yaml', 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n', 'Kustomize'],
    [
      'plugin.yaml',
      'apiVersion: argoproj.io/v1alpha1\nkind: ConfigManagementPlugin\nmetadata: { name: a }\n',
      'a plugin of Argo CD',
    ],
    ['docker-compose.yml', 'services: { web: { image: nginx } }\n', 'neither `apiVersion` nor `kind`'],
    ['hosts.yaml', '- a\n- b\n', 'the document is a list, and no object'],
    ['note.yaml', 'apiVersion: release-notes/v2\nkind: fix\n', undefined],
    ['tags.yml', 'a: !!int b\n', undefined],
  ])(
    'passes over what is no manifest in a folder, and refuses it when it is named: %s',
    (name, text, why) => {
      const path = `k8s/${name}`;
      project.reset({ 'k8s/cart.yaml': SERVICE, [path]: text });
      for (const folder of ['k8s', 'k8s/*']) {
        const { stdout } = project.run(['check', folder]);
        expect(stdout).toContain('error[K301]');
        expect(stdout).toMatch(/check: 1 error(?:, 1 info)? in 1 object/);
        if (/\.(?:ya?ml|json)$/.test(name))
          expect(stdout).toContain(`info[K018]: ${path} holds no Kubernetes object`);
      }
      const { status, stdout } = project.run(['check', path]);
      expect(status).toBe(1);
      expect(stdout).toContain(why === undefined ? 'error[K' : 'error[K014]');
      if (why !== undefined) expect(stdout).toContain(why);
    },
  );

  it('tells of a Helm chart once, and checks its definitions', () => {
    project.reset({
      'k8s/web/Chart.yaml': 'apiVersion: v2\nname: web\nversion: 1.0.0\n',
      'k8s/web/values.yaml': 'kind: Deployment\nmetadata: {}\n',
      'k8s/web/templates/a.yaml': 'kind: A\napiVersion: v1\nmetadata:\n  name: {{ .Values.name }}\n',
      'k8s/web/templates/b.yaml': '{{- if .Values.b }}\nkind: B\n{{- end }}\n',
      'k8s/web/files/c.yaml': 'apiVersion: v1\nkind: C\nmetadata: {{ .metadata }}\n',
      'k8s/web/charts/db/Chart.yaml': 'apiVersion: v2\nname: db\nversion: 1.0.0\n',
      'k8s/web/charts/db/templates/a.yaml': 'a: {{ .Values.a }}\n',
      'k8s/web/crds/backup.yaml': CRD,
    });
    const { status, stdout } = project.run(['check', 'k8s']);
    expect(stdout).toBe(
      [
        'info[K018]: k8s/web is a Helm chart, whose templates are still to be rendered; it was left out',
        ' --> k8s/web/Chart.yaml:1:1',
        '  |',
        '1 | apiVersion: v2',
        '  | ^^^^^^^^^^',
        '  |',
        '  = note: its `crds/` are manifests as they are, and were checked',
        '  = help: check what it renders: `helm template k8s/web | kubewright check -`',
        '',
        'check: 1 info in 1 object; `kubewright explain K018` tells more',
        '',
      ].join('\n'),
    );
    expect(status).toBe(0);
    const inside = project.run(['check', 'k8s/web/templates']).stdout;
    expect(inside.match(/\[K\d+\]/g)).toEqual(['[K018]']);
    expect(project.run(['check', 'k8s/web/templates/a.yaml']).stdout).toContain('error[K013]');
  });

  it('takes patches of a Kustomization for no objects', () => {
    project.reset({
      'k8s/kustomization.yaml':
        'resources: [cart.yaml]\npatches:\n  - path: more.yaml\n  - patch: |-\n      kind: A\n',
      'k8s/more.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec: { replicas: 2 }\n',
      'k8s/cart.yaml': SERVICE,
    });
    const { stdout } = project.run(['check', 'k8s']);
    expect(stdout.match(/\[K\d+\]/g)).toEqual(['[K301]', '[K018]', '[K018]']);
    expect(stdout).toContain('kustomization.yaml names it among its patches');
    expect(project.run(['check', 'k8s/more.yaml']).stdout).toContain('error[K102]');
  });

  it('makes one note of many files that are no manifests', () => {
    project.reset(
      Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`k8s/a${i % 2}/${i}.yaml`, `i: ${i}\n`])),
    );
    const { stdout } = project.run(['check', 'k8s']);
    expect(stdout).toContain('info[K018]: 20 files hold no Kubernetes object and were passed over');
    expect(stdout).toContain('= note: the others lie in k8s/a0 (6), k8s/a1 (10)');
  });

  it('takes the settings for what no rule finds too', () => {
    project.reset({
      'k8s/a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { n: "", y: "" }\n',
      'k8s/values.yaml': 'a: 1\n',
      'kubewright.config.ts':
        "export default { severities: { K018: 'off' }, paths: [{ files: 'k8s/*', severities: { K019: 'error' } }] };\n",
    });
    const { status, stdout } = project.run(['check', 'k8s']);
    expect(stdout.match(/\w+\[K\d+\]/g)).toEqual(['error[K019]', 'error[K019]']);
    expect(status).toBe(1);
  });

  it('takes the Nodes of the cluster from the file that the settings name', () => {
    const web = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web' },
      spec: { nodeSelector: { disk: 'ssd' }, containers: [{ name: 'web', image: 'example.com/web:1.0.0' }] },
    };
    const nodes = (disk: string): string =>
      `apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Node\n  metadata: { name: a, labels: { disk: ${disk} } }\n`;
    project.reset({
      'web.yaml': JSON.stringify(web),
      'cluster/nodes.yaml': nodes('hdd'),
      'kubewright.config.ts': "export default { external: { nodes: 'cluster/nodes.yaml' } };\n",
    });
    expect(project.run(['check', 'web.yaml']).stdout).toContain(
      'error[K470]: no Node takes Pod `default/web`',
    );
    project.write({ 'cluster/nodes.yaml': nodes('ssd') });
    expect(project.run(['check', 'web.yaml']).stdout).not.toContain('K470');
    project.write({ 'cluster/nodes.yaml': JSON.stringify(web) });
    expect(project.run(['check', 'web.yaml'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("external.nodes is 'cluster/nodes.yaml', which has no Node") as string,
    });
    project.write({ 'kubewright.config.ts': "export default { external: { nodes: 'nodes.yml' } };\n" });
    expect(project.run(['check', 'web.yaml'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("external.nodes is 'nodes.yml', a file that is not there") as string,
    });
    project.write({ 'kubewright.config.ts': "export default { external: { nodes: 'cluster' } };\n" });
    expect(project.run(['check', 'web.yaml']).stderr).toContain(
      "external.nodes is 'cluster', which is a folder, and no file",
    );
    project.write({ 'kubewright.config.ts': "export default { external: { nodes: '' } };\n" });
    const { stderr } = project.run(['check', 'web.yaml']);
    expect(stderr).toContain("external.nodes is '', which names no file");
    expect(stderr).toContain('leave external.nodes out where the Nodes are not known');
    expect(stderr).not.toContain('EISDIR');
  });

  it('tells of every code in SARIF what it means', () => {
    project.reset({ 'a.yaml': 'kind: [\n' });
    const log = JSON.parse(project.run(['check', 'a.yaml', '-f', 'sarif']).stdout) as {
      runs: { tool: { driver: { rules: { id: string; name?: string; help?: { text: string } }[] } } }[];
    };
    const rules = log.runs[0]?.tool.driver.rules ?? [];
    expect(rules.filter(({ name, help }) => name === undefined || help?.text === undefined)).toEqual([]);
    expect(rules.find(({ id }) => id === 'K012')).toMatchObject({
      name: 'broken-yaml',
      shortDescription: { text: 'A document that is no YAML' },
    });
  });

  it('refuses --crds that define nothing, and is silent about what lies beside definitions', () => {
    project.reset({
      'a.yaml': 'apiVersion: ops.example.com/v1\nkind: Backup\nmetadata: { name: a }\n',
      'crds/backup.yaml': CRD,
      'crds/values.yaml': 'a: 1\n',
      'crds/web.yaml': SERVICE,
      'old.yaml': CRD.replace('extensions.k8s.io/v1', 'extensions.k8s.io/v1beta1'),
      'none.yaml': SERVICE,
    });
    expect(project.run(['check', 'a.yaml', '--crds', 'crds']).stdout).toBe(
      'check: no findings in 1 object\n',
    );
    const none = project.run(['check', 'a.yaml', '--crds', 'none.yaml', '--crds', 'old.yaml']);
    expect(none.stdout).toContain('error[K010]: --crds none.yaml holds no CustomResourceDefinition');
    expect(none.stdout).toContain(
      'error[K010]: --crds old.yaml holds CustomResourceDefinitions of apiextensions.k8s.io/v1beta1 alone',
    );
    expect(none.status).toBe(1);
    expect(project.run(['check', 'a.yaml', '--crds', 'nowhere.yaml']).stdout.match(/K010/g)).toHaveLength(2);
  });

  it('does not take the silence of a program that failed for manifests', () => {
    project.reset({});
    expect(project.run(['check', '-'])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('error[K010]: the standard input is empty') as string,
    });
  });

  it('says what names nothing', () => {
    project.reset({});
    expect(project.run(['check', 'nowhere'])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('error[K010]') as string,
    });
  });

  it('goes by the version that it is asked for', () => {
    project.reset({
      'a.yaml': 'apiVersion: flowcontrol.apiserver.k8s.io/v1beta2\nkind: FlowSchema\nmetadata: { name: a }\n',
    });
    expect(project.run(['check', 'a.yaml', '--target', '1.36']).stdout).toContain('error[K111]');
    expect(project.run(['check', 'a.yaml', '--target', '1.28']).stdout).not.toContain('K111');
    expect(project.run(['check', 'a.yaml', '--target', 'v1.36.4']).stdout).toContain('error[K111]');
    expect(project.run(['check', 'a.yaml', '--target', '0.9'])).toMatchObject({ status: 2 });
  });

  it('knows custom resources by their definitions', () => {
    const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: widgets.example.com }
spec:
  group: example.com
  scope: Namespaced
  names: { kind: Widget, plural: widgets }
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec: { type: object, properties: { size: { type: integer } } }
`;
    const widget = 'apiVersion: example.com/v1\nkind: Widget\nmetadata: { name: a }\nspec: { size: large }\n';
    project.reset({ 'crds/widget.yaml': definition, 'a.yaml': widget });
    const { status, stdout } = project.run(['check', 'a.yaml', '--crds', 'crds']);
    expect(status).toBe(1);
    expect(stdout).toContain('error[K103]');
    expect(stdout).toContain('a.yaml:4');
  });

  it.each(['json', 'sarif', 'github', 'gitlab', 'markdown'])('prints findings as %s', (format) => {
    project.reset({ 'cart.yaml': SERVICE });
    const { status, stdout } = project.run(['check', 'cart.yaml', '--format', format]);
    expect(status).toBe(1);
    expect(stdout).toContain('K301');
    if (['json', 'sarif', 'gitlab'].includes(format))
      expect(() => JSON.parse(stdout) as unknown).not.toThrow();
  });

  it('says that all is well', () => {
    project.reset({ 'a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n' });
    expect(project.run(['check', 'a.yaml'])).toMatchObject({
      status: 0,
      stdout: 'check: no findings in 1 object\n',
    });
  });
});
