namespace CognitoPools.Module.Tests;

/// <summary>A shell uses the process's environment and the thread's culture, so its tests run one after the other.</summary>
[CollectionDefinition(nameof(Shell), DisableParallelization = true)]
public class Shell;
