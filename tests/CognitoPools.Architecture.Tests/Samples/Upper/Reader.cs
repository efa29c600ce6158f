namespace CognitoPools.Architecture.Tests.Samples;

/// <summary>Knows the folder below it, which is right.</summary>
internal sealed class Reader
{
    public Entry Entry { get; init; }
}
