// Command pod-security holds pods against Pod Security as the API server does.
// It is the judge of lib/check/pod-security.
//
// On stdin there is one pod a line, as JSON. On stdout there is one line of JSON
// for each, in order: for every level and version that is asked for, what the
// server says of the pod, empty when it takes it:
//
//	{"baseline:v1.0":"","restricted:v1.0":"runAsNonRoot != true (...)"}
//
// Arguments are levels with versions: baseline:v1.0 restricted:latest ...
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
)

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "pod-security:", err)
		os.Exit(1)
	}
}

func run(policies []string, in io.Reader, out io.Writer) error {
	evaluator, err := policy.NewEvaluator(policy.DefaultChecks(), nil)
	if err != nil {
		return err
	}
	asked := make(map[string]api.LevelVersion, len(policies))
	for _, text := range policies {
		if asked[text], err = parse(text); err != nil {
			return err
		}
	}
	reader := bufio.NewReaderSize(in, 1<<20)
	writer := bufio.NewWriterSize(out, 1<<20)
	encoder := json.NewEncoder(writer)
	encoder.SetEscapeHTML(false)
	for {
		line, err := reader.ReadBytes('\n')
		if err == io.EOF && len(line) == 0 {
			return writer.Flush()
		}
		if err != nil && err != io.EOF {
			return err
		}
		var pod corev1.Pod
		if err := json.Unmarshal(line, &pod); err != nil {
			return err
		}
		answers := make(map[string]string, len(asked))
		for text, wanted := range asked {
			result := policy.AggregateCheckResults(evaluator.EvaluatePod(wanted, &pod.ObjectMeta, &pod.Spec))
			answers[text] = result.ForbiddenDetail()
		}
		if err := encoder.Encode(answers); err != nil {
			return err
		}
	}
}

func parse(text string) (api.LevelVersion, error) {
	level, version, _ := strings.Cut(text, ":")
	parsedLevel, err := api.ParseLevel(level)
	if err != nil {
		return api.LevelVersion{}, fmt.Errorf("%s: %w", text, err)
	}
	parsedVersion, err := api.ParseVersion(version)
	if err != nil {
		return api.LevelVersion{}, fmt.Errorf("%s: %w", text, err)
	}
	return api.LevelVersion{Level: parsedLevel, Version: parsedVersion}, nil
}
