// Command judge is a Kubernetes control plane in one binary: the first argument
// names the component, the rest are that component's own flags.
//
//	judge etcd | kube-apiserver | kube-controller-manager | kube-scheduler | kubectl | nodes
//
// The components are upstream's, unchanged; each runs as a process of its own.
// One binary, since they share nearly all of their packages: one link, a fifth of
// the disk.
package main

import (
	"fmt"
	"io"
	"os"
	"syscall"
	"time"
	_ "time/tzdata" // time zones of CronJobs, where the machine has none

	"github.com/spf13/cobra"
	"go.etcd.io/etcd/server/v3/etcdmain"
	_ "k8s.io/client-go/plugin/pkg/client/auth"
	"k8s.io/component-base/cli"
	_ "k8s.io/component-base/logs/json/register"
	_ "k8s.io/component-base/metrics/prometheus/clientgo"
	_ "k8s.io/component-base/metrics/prometheus/version"
	"k8s.io/kubectl/pkg/cmd"
	"k8s.io/kubectl/pkg/cmd/util"
	apiserver "k8s.io/kubernetes/cmd/kube-apiserver/app"
	controllers "k8s.io/kubernetes/cmd/kube-controller-manager/app"
	scheduler "k8s.io/kubernetes/cmd/kube-scheduler/app"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: judge <component> [flags]")
		os.Exit(2)
	}
	component := os.Args[1]
	// Cobra and etcd read os.Args themselves, and cobra shows its first word in usages.
	os.Args = append([]string{component}, os.Args[2:]...)
	if os.Getenv("KUBEWRIGHT_TETHER") != "" {
		go exitWithParent()
	}

	switch component {
	case "etcd":
		etcdmain.Main(os.Args)
	case "kube-apiserver":
		os.Exit(cli.Run(apiserver.NewAPIServerCommand()))
	case "kube-controller-manager":
		os.Exit(cli.Run(controllers.NewControllerManagerCommand()))
	case "kube-scheduler":
		os.Exit(cli.Run(scheduler.NewSchedulerCommand()))
	case "kubectl":
		if err := cli.RunNoErrOutput(cmd.NewDefaultKubectlCommand()); err != nil {
			util.CheckErr(err)
		}
	case "nodes":
		os.Exit(cli.Run(&cobra.Command{
			Use:           "nodes <count>",
			Short:         "Stand in for kubelets: register nodes, run what is bound to them",
			Args:          cobra.ExactArgs(1),
			SilenceUsage:  true,
			SilenceErrors: true,
			RunE:          func(c *cobra.Command, args []string) error { return runNodes(c.Context(), args[0]) },
		}))
	default:
		fmt.Fprintf(os.Stderr, "judge: unknown component %q\n", component)
		os.Exit(2)
	}
}

// exitWithParent ends this process when its standard input does: the parent holds
// the other end of the pipe, so that not even `kill -9` of the parent leaves us behind.
func exitWithParent() {
	_, _ = io.Copy(io.Discard, os.Stdin)
	_ = syscall.Kill(os.Getpid(), syscall.SIGTERM)
	time.Sleep(2 * time.Second)
	os.Exit(1)
}
