namespace CognitoPools.Architecture.Tests;

/// <summary>A folder depends on another one.</summary>
/// <param name="From">The folder that depends.</param>
/// <param name="To">The folder that it depends on.</param>
/// <param name="Cause">The types, such as 'PoolPlanner -> CreatePoolStep'.</param>
internal sealed record FolderArrow(string From, string To, string Cause);
