namespace CognitoPools.Module.Tests.Reflection;

/// <summary>The classes that look at the one imported module, which answers one question at a time.</summary>
[CollectionDefinition(nameof(BuiltModule))]
public class BuiltModuleCollection;
