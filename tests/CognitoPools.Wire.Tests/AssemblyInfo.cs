// The module in this process's shells reads the process's environment, so the tests run one after the other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
