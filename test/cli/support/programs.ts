/** A main.ts that makes one App with charts of the given names. */
export function appWith(...charts: readonly string[]): string {
  return `import { App, Chart } from 'cdk8s';

const app = new App();
${charts.map((name) => `new Chart(app, '${name}');`).join('\n')}
app.synth();
`;
}
