/** The definition of Widgets with these versions, of which the first is stored. */
export function definitionOf(versions: readonly string[]): string {
  const items = versions.map(
    (name, index) => `    - name: ${name}
      served: true
      storage: ${index === 0}
      schema:
        openAPIV3Schema:
          type: object
`,
  );
  return `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: widgets.example.com
spec:
  group: example.com
  scope: Namespaced
  names: { kind: Widget, plural: widgets, singular: widget, listKind: WidgetList }
  versions:
${items.join('')}`;
}
