import { readExample, runExample } from '../../../lib/dev/docs/example';

const moduleOf = (name: string): string | undefined =>
  ({ AppConfig: 'kubewright', App: 'cdk8s', Chart: 'cdk8s' })[name];

describe('examples of doc comments', () => {
  test('import what they use and do not declare', () => {
    const code =
      "const AppConfigs = { AppConfig: 1 };\nnew AppConfig(chart, 'Chart', { data: { App: 'x' } });";
    expect(readExample('here', code, moduleOf).imports).toBe("import { AppConfig } from 'kubewright';");
  });

  test('are run in a frame of app and chart', () => {
    const code = "new AppConfig(chart, 'settings', { data: { LEVEL: 'info' } });";
    expect(runExample(readExample('here', code, moduleOf))).toEqual({
      kinds: ['ConfigMap'],
      yaml: expect.stringContaining('namespace: shop') as string,
    });
  });

  test('may bring a frame of their own', () => {
    const code =
      "const app = new App();\nnew AppConfig(new Chart(app, 'c'), 'settings', { data: { LEVEL: 'info' } });";
    expect(runExample(readExample('here', code, moduleOf)).yaml).not.toContain('namespace');
  });

  test('may be whole programs, with imports of their own', () => {
    const code =
      "import { App } from 'cdk8s';\nimport { AppConfig } from 'kubewright';\nnew App();\nAppConfig;";
    const example = readExample('here', code, moduleOf);
    expect(example.imports).toBe('');
    expect(runExample(example)).toEqual({ yaml: '', kinds: [] });
  });

  test('say where they stand if they import what is not there', () => {
    const example = readExample('lib/a.ts: A', 'new Elsewhere();', () => 'elsewhere');
    expect(() => runExample(example)).toThrow("the example of lib/a.ts: A imports 'elsewhere'");
  });
});
