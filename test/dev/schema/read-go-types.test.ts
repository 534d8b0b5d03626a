import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readGoTypes } from '../../../lib/dev/schema/read-go-types';

const CORE = `package v1

import (
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// Protocol is what a port speaks.
// +enum
type Protocol string

const (
	// ProtocolTCP is the TCP protocol.
	ProtocolTCP Protocol = "TCP"
	ProtocolUDP Protocol = "UDP" // and this one
	Unrelated            = "x"
)

type Policy string

const PolicyA Policy = "A"

type Port struct {
	metav1.TypeMeta \`json:",inline"\`
	// The default is TCP.
	// +default="TCP"
	Protocol Protocol \`json:"protocol,omitempty" protobuf:"bytes,1,opt,name=protocol"\`
	Policy   Policy   \`json:"policy"\`
	Handler  \`json:",inline"\`
}

type Handler struct {
	Modes *Protocol \`json:"mode,omitempty"\`
}
`;

const OTHER = `package v1beta1

import (
	v1 "k8s.io/api/core/v1"
)

type Wire = v1.Protocol

// +enum
type Family string

const (
	FamilyIPv4 = Family("IPv4")
	FamilyTCP  = Family(v1.ProtocolTCP)
)

type Slice struct {
	Protocols []Wire   \`json:"protocols"\`
	Family    Family   \`json:"family"\`
	Ports     []v1.Port \`json:"ports"\`
}
`;

describe('readGoTypes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'read-go-types-'));
  for (const [group, version, source] of [
    ['core', 'v1', CORE],
    ['other', 'v1beta1', OTHER],
  ] as const) {
    mkdirSync(join(folder, group, version), { recursive: true });
    writeFileSync(join(folder, group, version, 'types.go'), source);
  }
  const types = readGoTypes(folder);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('finds the values of types that are marked as enumerations', () => {
    expect([...types.enums]).toEqual([
      ['core.v1.Protocol', ['TCP', 'UDP']],
      ['other.v1beta1.Family', ['IPv4', 'TCP']],
    ]);
  });

  it('finds the enumeration of a field, through pointers, lists, aliases, imports and embedding', () => {
    expect(types.enumOf('core.v1.Port', 'protocol')).toBe('core.v1.Protocol');
    expect(types.enumOf('core.v1.Port', 'mode')).toBe('*core.v1.Protocol');
    expect(types.enumOf('other.v1beta1.Slice', 'protocols')).toBe('core.v1.Protocol');
    expect(types.enumOf('core.v1.Port', 'policy')).toBeUndefined();
    expect(types.enumOf('core.v1.Nothing', 'policy')).toBeUndefined();
  });

  it('finds the default of a field', () => {
    expect(types.defaultOf('core.v1.Port', 'protocol')).toBe('TCP');
    expect(types.defaultOf('core.v1.Port', 'policy')).toBeUndefined();
  });
});
