package main

import (
	"context"
	"fmt"

	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// missing is what keeps a pod from starting.
type missing struct {
	// The container whose environment lacks it; empty for a volume.
	container string
	text      string
}

func (m *missing) Error() string { return m.text }

// findReferences looks for the ConfigMaps, Secrets and keys without which a kubelet starts no container: in volumes
// (pkg/volume/{configmap,secret,projected}, MakePayload and collectData) and in environments
// (pkg/kubelet/kubelet_pods.go, makeEnvironmentVariables). The error is a *missing when one of them is not there.
func (k *kubelets) findReferences(ctx context.Context, pod *corev1.Pod) error {
	find := finder{k, ctx, pod.Namespace}
	for _, volume := range pod.Spec.Volumes {
		if err := find.volume(volume); err != nil {
			return err
		}
	}
	containers := append(append([]corev1.Container{}, pod.Spec.InitContainers...), pod.Spec.Containers...)
	for _, container := range containers {
		if err := find.environment(container); err != nil {
			return err
		}
	}
	return nil
}

type finder struct {
	*kubelets
	ctx       context.Context
	namespace string
}

func (f finder) volume(volume corev1.Volume) error {
	switch {
	case volume.ConfigMap != nil:
		return f.configMap("", volume.ConfigMap.Name, keysOf(volume.ConfigMap.Items), volume.ConfigMap.Optional)
	case volume.Secret != nil:
		return f.secret("", volume.Secret.SecretName, keysOf(volume.Secret.Items), volume.Secret.Optional)
	case volume.Projected != nil:
		for _, source := range volume.Projected.Sources {
			if from := source.ConfigMap; from != nil {
				if err := f.configMap("", from.Name, keysOf(from.Items), from.Optional); err != nil {
					return err
				}
			}
			if from := source.Secret; from != nil {
				if err := f.secret("", from.Name, keysOf(from.Items), from.Optional); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (f finder) environment(container corev1.Container) error {
	for _, source := range container.EnvFrom {
		if from := source.ConfigMapRef; from != nil {
			if err := f.configMap(container.Name, from.Name, nil, from.Optional); err != nil {
				return err
			}
		}
		if from := source.SecretRef; from != nil {
			if err := f.secret(container.Name, from.Name, nil, from.Optional); err != nil {
				return err
			}
		}
	}
	for _, variable := range container.Env {
		if variable.ValueFrom == nil {
			continue
		}
		if from := variable.ValueFrom.ConfigMapKeyRef; from != nil {
			if err := f.configMap(container.Name, from.Name, []string{from.Key}, from.Optional); err != nil {
				return err
			}
		}
		if from := variable.ValueFrom.SecretKeyRef; from != nil {
			if err := f.secret(container.Name, from.Name, []string{from.Key}, from.Optional); err != nil {
				return err
			}
		}
	}
	return nil
}

func (f finder) configMap(container, name string, keys []string, optional *bool) error {
	object, err := f.client.CoreV1().ConfigMaps(f.namespace).Get(f.ctx, name, metav1.GetOptions{})
	has := func(key string) bool {
		_, text := object.Data[key]
		_, binary := object.BinaryData[key]
		return text || binary
	}
	return judgeReference(container, "configmap", name, keys, optional, has, err)
}

func (f finder) secret(container, name string, keys []string, optional *bool) error {
	object, err := f.client.CoreV1().Secrets(f.namespace).Get(f.ctx, name, metav1.GetOptions{})
	has := func(key string) bool {
		_, found := object.Data[key]
		return found
	}
	return judgeReference(container, "secret", name, keys, optional, has, err)
}

func judgeReference(
	container, kind, name string, keys []string, optional *bool, has func(string) bool, err error,
) error {
	switch {
	case optional != nil && *optional && (err == nil || apierrors.IsNotFound(err)):
		return nil
	case apierrors.IsNotFound(err):
		return &missing{container, fmt.Sprintf("%s %q not found", kind, name)}
	case err != nil:
		return err
	}
	for _, key := range keys {
		if !has(key) {
			return &missing{container, fmt.Sprintf("%s %q has no key %q", kind, name, key)}
		}
	}
	return nil
}

func keysOf(items []corev1.KeyToPath) []string {
	keys := make([]string, 0, len(items))
	for _, item := range items {
		keys = append(keys, item.Key)
	}
	return keys
}
