package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/equality"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

const (
	// A pod with this annotation and the value "false" runs and never gets ready, as one whose readiness probe fails.
	readyAnnotation = "judge.kubewright.dev/ready"

	retryAfter = 250 * time.Millisecond
	// How long a container that is meant to end runs.
	taskTime = 500 * time.Millisecond
)

// sync moves a pod one step on, as its kubelet would, and says when to look again (0: at its next change).
func (k *kubelets) sync(ctx context.Context, pod *corev1.Pod) (time.Duration, error) {
	switch {
	case pod.DeletionTimestamp != nil:
		return 0, k.client.CoreV1().Pods(pod.Namespace).Delete(ctx, pod.Name, metav1.DeleteOptions{
			GracePeriodSeconds: pointer[int64](0),
			Preconditions:      metav1.NewUIDPreconditions(string(pod.UID)),
		})
	case pod.Status.Phase == corev1.PodSucceeded, pod.Status.Phase == corev1.PodFailed:
		return 0, nil
	case pod.Status.Phase == corev1.PodRunning:
		return k.carryOn(ctx, pod)
	}

	var lack *missing
	if err := k.findReferences(ctx, pod); errors.As(err, &lack) {
		return retryAfter, k.write(ctx, pod, func(status *corev1.PodStatus) { holdBack(pod, status, lack) })
	} else if err != nil {
		return 0, err
	}
	return retryAfter, k.write(ctx, pod, func(status *corev1.PodStatus) { k.run(pod, status) })
}

// carryOn ends the containers that are meant to end and follows readiness gates.
func (k *kubelets) carryOn(ctx context.Context, pod *corev1.Pod) (time.Duration, error) {
	if pod.Spec.RestartPolicy != corev1.RestartPolicyAlways {
		if left := taskTime - time.Since(pod.Status.StartTime.Time); left > 0 {
			return left, nil
		}
		return 0, k.write(ctx, pod, func(status *corev1.PodStatus) { complete(pod, status) })
	}
	return 0, k.write(ctx, pod, func(status *corev1.PodStatus) { setReady(pod, status) })
}

// write stores the status that change makes, unless it is the one that is stored.
func (k *kubelets) write(ctx context.Context, pod *corev1.Pod, change func(*corev1.PodStatus)) error {
	before := pod.Status.DeepCopy()
	change(&pod.Status)
	if equality.Semantic.DeepEqual(before, &pod.Status) {
		return nil
	}
	_, err := k.client.CoreV1().Pods(pod.Namespace).UpdateStatus(ctx, pod, metav1.UpdateOptions{})
	return err
}

// holdBack tells what a pod waits for, the way a kubelet does: no container starts before all volumes are mounted
// (ContainerCreating), and each of them wants its own environment (CreateContainerConfigError).
func holdBack(pod *corev1.Pod, status *corev1.PodStatus, what *missing) {
	status.Phase = corev1.PodPending
	status.ContainerStatuses = make([]corev1.ContainerStatus, 0, len(pod.Spec.Containers))
	for _, container := range pod.Spec.Containers {
		waiting := &corev1.ContainerStateWaiting{Reason: "ContainerCreating", Message: what.text}
		if what.container != "" {
			waiting.Reason = "CreateContainerConfigError"
		}
		status.ContainerStatuses = append(status.ContainerStatuses, corev1.ContainerStatus{
			Name:    container.Name,
			Image:   container.Image,
			State:   corev1.ContainerState{Waiting: waiting},
			Started: pointer(false),
		})
	}
	setCondition(status, corev1.PodInitialized, true, "")
	setCondition(status, corev1.ContainersReady, false, "ContainersNotReady")
	setCondition(status, corev1.PodReady, false, "ContainersNotReady")
}

func (k *kubelets) run(pod *corev1.Pod, status *corev1.PodStatus) {
	now := metav1.Now()
	status.Phase = corev1.PodRunning
	status.StartTime = &now
	status.HostIP = "192.0.2.10"
	status.PodIP = k.ips.next()
	status.PodIPs = []corev1.PodIP{{IP: status.PodIP}}
	running := corev1.ContainerState{Running: &corev1.ContainerStateRunning{StartedAt: now}}
	status.ContainerStatuses = containerStatuses(pod.Spec.Containers, running)
	status.InitContainerStatuses = initStatuses(pod.Spec.InitContainers, now, running)
	setCondition(status, corev1.PodInitialized, true, "")
	setReady(pod, status)
}

func complete(pod *corev1.Pod, status *corev1.PodStatus) {
	ended := corev1.ContainerState{Terminated: &corev1.ContainerStateTerminated{
		Reason: "Completed", StartedAt: *status.StartTime, FinishedAt: metav1.Now(),
	}}
	status.Phase = corev1.PodSucceeded
	status.ContainerStatuses = containerStatuses(pod.Spec.Containers, ended)
	status.InitContainerStatuses = initStatuses(pod.Spec.InitContainers, *status.StartTime, ended)
	setCondition(status, corev1.ContainersReady, false, "PodCompleted")
	setCondition(status, corev1.PodReady, false, "PodCompleted")
}

// setReady judges readiness: the annotation stands for the probes, the gates are as given.
func setReady(pod *corev1.Pod, status *corev1.PodStatus) {
	ready := pod.Annotations[readyAnnotation] != "false"
	for i := range status.ContainerStatuses {
		status.ContainerStatuses[i].Ready = ready
	}
	setCondition(status, corev1.ContainersReady, ready, "ContainersNotReady")
	for _, gate := range pod.Spec.ReadinessGates {
		if !holds(status, gate.ConditionType) {
			setCondition(status, corev1.PodReady, false, "ReadinessGatesNotReady")
			return
		}
	}
	setCondition(status, corev1.PodReady, ready, "ContainersNotReady")
}

func containerStatuses(containers []corev1.Container, state corev1.ContainerState) []corev1.ContainerStatus {
	statuses := make([]corev1.ContainerStatus, 0, len(containers))
	for _, container := range containers {
		statuses = append(statuses, corev1.ContainerStatus{
			Name:        container.Name,
			Image:       container.Image,
			ImageID:     "judge://" + container.Image,
			ContainerID: "judge://" + container.Name,
			State:       state,
			Started:     pointer(state.Running != nil),
		})
	}
	return statuses
}

// initStatuses: init containers have ended; sidecars (restartPolicy Always) do as the pod does.
func initStatuses(
	containers []corev1.Container, started metav1.Time, sidecar corev1.ContainerState,
) []corev1.ContainerStatus {
	done := corev1.ContainerState{Terminated: &corev1.ContainerStateTerminated{
		Reason: "Completed", StartedAt: started, FinishedAt: started,
	}}
	statuses := make([]corev1.ContainerStatus, 0, len(containers))
	for _, container := range containers {
		state := done
		if container.RestartPolicy != nil && *container.RestartPolicy == corev1.ContainerRestartPolicyAlways {
			state = sidecar
		}
		one := containerStatuses([]corev1.Container{container}, state)[0]
		one.Ready = true
		statuses = append(statuses, one)
	}
	return statuses
}

func holds(status *corev1.PodStatus, kind corev1.PodConditionType) bool {
	for _, condition := range status.Conditions {
		if condition.Type == kind {
			return condition.Status == corev1.ConditionTrue
		}
	}
	return false
}

// setCondition changes the transition time only together with the status; reason is for a false one.
func setCondition(status *corev1.PodStatus, kind corev1.PodConditionType, is bool, reason string) {
	wanted := corev1.PodCondition{
		Type: kind, Status: corev1.ConditionFalse, Reason: reason, LastTransitionTime: metav1.Now(),
	}
	if is {
		wanted.Status, wanted.Reason = corev1.ConditionTrue, ""
	}
	for i, condition := range status.Conditions {
		if condition.Type == kind {
			if condition.Status != wanted.Status || condition.Reason != wanted.Reason {
				status.Conditions[i] = wanted
			}
			return
		}
	}
	status.Conditions = append(status.Conditions, wanted)
}

// addresses hands out addresses of pods, each once.
type addresses struct {
	mutex sync.Mutex
	last  int
}

func (a *addresses) next() string {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	a.last++
	return fmt.Sprintf("10.244.%d.%d", a.last/254%256, a.last%254+1)
}

func pointer[T any](value T) *T { return &value }
