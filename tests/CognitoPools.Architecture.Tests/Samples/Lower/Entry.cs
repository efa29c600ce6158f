namespace CognitoPools.Architecture.Tests.Samples;

/// <summary>Has no code of its own.</summary>
internal enum Entry
{
    Empty,
}
