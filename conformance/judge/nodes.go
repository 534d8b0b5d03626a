package main

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"time"

	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/wait"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/clientcmd"
	"k8s.io/client-go/util/retry"
	"k8s.io/client-go/util/workqueue"
)

// The node lifecycle controller calls a node unreachable 40 s after its last status
// (--node-monitor-grace-period, 50 s since 1.32).
const heartbeat = 10 * time.Second

// kubelets stands in for the kubelet of every node in the cluster: it says that the
// node is ready, and that the pods bound to it run, as far as the API can tell.
type kubelets struct {
	client kubernetes.Interface
	pods   cache.SharedIndexInformer
	nodes  cache.SharedIndexInformer
	queue  workqueue.RateLimitingInterface //nolint:staticcheck // the one that every release has
	ips    addresses
}

// runNodes registers nodes named node-1 to node-count and looks after them, and after
// every other node that somebody creates, until the context ends.
func runNodes(ctx context.Context, count string) error {
	n, err := strconv.Atoi(count)
	if err != nil {
		return fmt.Errorf("count of nodes: %w", err)
	}
	config, err := clientcmd.BuildConfigFromFlags("", os.Getenv("KUBECONFIG"))
	if err != nil {
		return err
	}
	config.QPS, config.Burst = 500, 1000
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		return err
	}

	factory := informers.NewSharedInformerFactory(client, 0)
	k := &kubelets{
		client: client,
		pods:   factory.Core().V1().Pods().Informer(),
		nodes:  factory.Core().V1().Nodes().Informer(),
		queue:  workqueue.NewRateLimitingQueue(workqueue.DefaultControllerRateLimiter()), //nolint:staticcheck
	}
	defer k.queue.ShutDown()
	if err := k.listen(); err != nil {
		return err
	}
	factory.Start(ctx.Done())
	factory.WaitForCacheSync(ctx.Done())

	for i := 1; i <= n; i++ {
		if err := k.register(ctx, fmt.Sprintf("node-%d", i)); err != nil {
			return err
		}
	}
	for i := 0; i < 4; i++ {
		go k.work(ctx)
	}
	wait.UntilWithContext(ctx, k.beat, heartbeat)
	return nil
}

func (k *kubelets) listen() error {
	_, err := k.pods.AddEventHandler(cache.ResourceEventHandlerFuncs{
		AddFunc:    k.enqueue,
		UpdateFunc: func(_, pod any) { k.enqueue(pod) },
		DeleteFunc: func(any) {},
	})
	if err != nil {
		return err
	}
	_, err = k.nodes.AddEventHandler(cache.ResourceEventHandlerFuncs{
		AddFunc: func(node any) { go k.report(context.Background(), node.(*corev1.Node).Name) },
	})
	return err
}

func (k *kubelets) enqueue(object any) {
	pod := object.(*corev1.Pod)
	if pod.Spec.NodeName == "" {
		return
	}
	k.queue.Add(pod.Namespace + "/" + pod.Name)
}

func (k *kubelets) work(ctx context.Context) {
	for {
		key, done := k.queue.Get()
		if done {
			return
		}
		k.handle(ctx, key.(string))
	}
}

func (k *kubelets) handle(ctx context.Context, key string) {
	defer k.queue.Done(key)
	object, exists, err := k.pods.GetStore().GetByKey(key)
	if err == nil && exists {
		var again time.Duration
		again, err = k.sync(ctx, object.(*corev1.Pod).DeepCopy())
		if err == nil && again > 0 {
			k.queue.AddAfter(key, again)
		}
	}
	// A conflict is nothing to tell: the newer pod is on its way to us.
	if err != nil && !apierrors.IsNotFound(err) {
		if !apierrors.IsConflict(err) {
			fmt.Fprintf(os.Stderr, "pod %s: %v\n", key, err)
		}
		k.queue.AddRateLimited(key)
		return
	}
	k.queue.Forget(key)
}

func (k *kubelets) register(ctx context.Context, name string) error {
	node := &corev1.Node{ObjectMeta: metav1.ObjectMeta{
		Name: name,
		Labels: map[string]string{
			corev1.LabelHostname:   name,
			corev1.LabelOSStable:   "linux",
			corev1.LabelArchStable: "amd64",
		},
	}}
	_, err := k.client.CoreV1().Nodes().Create(ctx, node, metav1.CreateOptions{})
	if apierrors.IsAlreadyExists(err) {
		return nil
	}
	return err
}

func (k *kubelets) beat(ctx context.Context) {
	for _, node := range k.nodes.GetStore().List() {
		k.report(ctx, node.(*corev1.Node).Name)
	}
}

// report writes the status of a node, against the controllers that write to a new node at the same time.
func (k *kubelets) report(ctx context.Context, name string) {
	err := retry.RetryOnConflict(retry.DefaultBackoff, func() error {
		node, err := k.client.CoreV1().Nodes().Get(ctx, name, metav1.GetOptions{})
		if err != nil {
			return err
		}
		makeReady(node)
		_, err = k.client.CoreV1().Nodes().UpdateStatus(ctx, node, metav1.UpdateOptions{})
		return err
	})
	if err != nil && !apierrors.IsNotFound(err) {
		fmt.Fprintf(os.Stderr, "node %s: %v\n", name, err)
	}
}

// makeReady keeps a capacity that somebody gave the node.
func makeReady(node *corev1.Node) {
	if len(node.Status.Capacity) == 0 {
		node.Status.Capacity = corev1.ResourceList{
			corev1.ResourceCPU:              resource.MustParse("16"),
			corev1.ResourceMemory:           resource.MustParse("64Gi"),
			corev1.ResourceEphemeralStorage: resource.MustParse("200Gi"),
			corev1.ResourcePods:             resource.MustParse("110"),
		}
	}
	if len(node.Status.Allocatable) == 0 {
		node.Status.Allocatable = node.Status.Capacity
	}
	node.Status.Addresses = []corev1.NodeAddress{{Type: corev1.NodeHostName, Address: node.Name}}
	node.Status.NodeInfo.KubeletVersion = "v0.0.0-judge"
	node.Status.NodeInfo.OperatingSystem = "linux"
	node.Status.NodeInfo.Architecture = "amd64"
	node.Status.Conditions = []corev1.NodeCondition{
		nodeCondition(corev1.NodeReady, corev1.ConditionTrue),
		nodeCondition(corev1.NodeMemoryPressure, corev1.ConditionFalse),
		nodeCondition(corev1.NodeDiskPressure, corev1.ConditionFalse),
		nodeCondition(corev1.NodePIDPressure, corev1.ConditionFalse),
	}
}

func nodeCondition(kind corev1.NodeConditionType, is corev1.ConditionStatus) corev1.NodeCondition {
	now := metav1.Now()
	return corev1.NodeCondition{
		Type: kind, Status: is, Reason: "Judge", LastHeartbeatTime: now, LastTransitionTime: now,
	}
}
