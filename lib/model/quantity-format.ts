/**
 * How a quantity writes its suffix: `1500m` and `12M` are `DecimalSI`, `12Mi` is `BinarySI`, `12e6` is
 * `DecimalExponent`. A quantity keeps the format it was written in.
 *
 * Upstream: `Format`, k8s.io/apimachinery/pkg/api/resource/quantity.go.
 */
export type QuantityFormat = 'DecimalSI' | 'BinarySI' | 'DecimalExponent';
