// A folder of Go sources has to be a module; the requirements are in the -modfile of each release.
module kubewright/judge

go 1.20
