// The sample needs no script.
