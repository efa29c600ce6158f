namespace CognitoPools.Module.Tests;

/// <summary>A theory that needs something that Windows has not.</summary>
public sealed class UnixTheoryAttribute : TheoryAttribute
{
    /// <summary>Skips the theory on Windows.</summary>
    /// <param name="needs">What it needs.</param>
    public UnixTheoryAttribute(string needs)
    {
        if (OperatingSystem.IsWindows())
            Skip = $"Windows has no {needs}.";
    }
}
