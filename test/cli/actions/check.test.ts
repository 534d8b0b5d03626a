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
    project.reset({ 'a.yaml': `kind: [\n---\n${SERVICE}`, 'b.yaml': 'a: 1\na: 2\n' });
    const { status, stdout } = project.run(['check', '.']);
    expect(status).toBe(1);
    expect(stdout).toContain('error[K012]');
    expect(stdout).toContain('error[K015]');
    expect(stdout).toContain('error[K301]');
  });

  it('passes over what is no manifest in a folder, and says so', () => {
    project.reset({
      'k8s/cart.yaml': SERVICE,
      'k8s/values.yaml': 'replicas: 3\n',
      'k8s/Chart.yaml': 'apiVersion: v2\nname: a\n',
    });
    const { stdout } = project.run(['check', 'k8s']);
    expect(stdout).toContain('info[K018]: k8s/values.yaml holds no Kubernetes object');
    expect(stdout).toContain('info[K018]: k8s/Chart.yaml');
    expect(stdout).not.toContain('K110');
    expect(project.run(['check', 'k8s/values.yaml']).stdout).toContain('error[K110]');
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
