namespace CognitoPools.Architecture.Tests.Samples;

/// <summary>Knows the folder above it, which is wrong, and only inside a lambda.</summary>
internal static class Store
{
    public static Func<object> Reader { get; } = () => new Reader();
}
