namespace CognitoPools.Module.Tests.Pester;

/// <summary>A test or a block that failed, or a file that did not load.</summary>
/// <param name="Name">The name with those of the blocks around it.</param>
/// <param name="Message">The error.</param>
/// <param name="Line">The line of the file.</param>
public sealed record PesterFailure(string Name, string Message, int Line);
