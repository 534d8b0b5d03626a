// Command yaml-reader reads YAML documents as the tools of Kubernetes do and
// answers each with what was read, as JSON. It is the judge of the emitter.
//
// On stdin each document is preceded by its length in bytes, four bytes, big
// endian. On stdout there is one line of JSON for each document, in order, with
// the answers of three readers:
//
//	{"kubectl":{"value":...},"lenient":{"value":...},"kustomize":{"error":"..."}}
//
// "kubectl" is sigs.k8s.io/yaml, strict about duplicate keys, which kubectl, the
// API server and Argo CD read with; "lenient" is the same as kubectl apply uses
// it, which lets the last of duplicate keys win. "kustomize" is go.yaml.in/yaml/v3, which
// kustomize, Flux and yq read with.
package main

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	yamlv3 "go.yaml.in/yaml/v3"
	"sigs.k8s.io/yaml"
)

type answer struct {
	Value json.RawMessage `json:"value,omitempty"`
	Error string          `json:"error,omitempty"`
}

type answers struct {
	Kubectl   answer `json:"kubectl"`
	Lenient   answer `json:"lenient"`
	Kustomize answer `json:"kustomize"`
}

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "yaml-reader:", err)
		os.Exit(1)
	}
}

func run(in io.Reader, out io.Writer) error {
	reader := bufio.NewReaderSize(in, 1<<20)
	writer := bufio.NewWriterSize(out, 1<<20)
	encoder := json.NewEncoder(writer)
	encoder.SetEscapeHTML(false)
	for {
		document, err := readDocument(reader)
		if errors.Is(err, io.EOF) {
			return writer.Flush()
		}
		if err != nil {
			return err
		}
		if err := encoder.Encode(answers{readAsKubectl(document), readLeniently(document), readAsKustomize(document)}); err != nil {
			return err
		}
	}
}

// readDocument returns io.EOF only where no further document begins.
func readDocument(reader io.Reader) ([]byte, error) {
	var length uint32
	if err := binary.Read(reader, binary.BigEndian, &length); err != nil {
		return nil, err
	}
	document := make([]byte, length)
	if _, err := io.ReadFull(reader, document); err != nil {
		return nil, fmt.Errorf("document of %d bytes is cut short: %w", length, io.ErrUnexpectedEOF)
	}
	return document, nil
}

func readAsKubectl(document []byte) answer {
	value, err := yaml.YAMLToJSONStrict(document)
	return toAnswer(value, err)
}

func readLeniently(document []byte) answer {
	value, err := yaml.YAMLToJSON(document)
	return toAnswer(value, err)
}

func readAsKustomize(document []byte) answer {
	var value any
	if err := yamlv3.Unmarshal(document, &value); err != nil {
		return answer{Error: err.Error()}
	}
	text, err := json.Marshal(value)
	return toAnswer(text, err)
}

func toAnswer(value []byte, err error) answer {
	if err != nil {
		return answer{Error: err.Error()}
	}
	return answer{Value: value}
}
