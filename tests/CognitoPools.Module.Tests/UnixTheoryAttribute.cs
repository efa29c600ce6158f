namespace CognitoPools.Module.Tests;

/// <summary>A theory that sends a process the signal of Ctrl+C, which Windows has not.</summary>
public sealed class UnixTheoryAttribute : TheoryAttribute
{
    /// <summary>Skips the theory on Windows.</summary>
    public UnixTheoryAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "Windows has no signal that stands for Ctrl+C in one process.";
    }
}
