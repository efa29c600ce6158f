namespace CognitoPools.Sandbox.Wire;

/// <summary>Converts times to the form of the services: seconds since 1970.</summary>
internal static class EpochTime
{
    private static readonly DateTimeOffset Start = new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whole seconds, as in tokens.</summary>
    public static long Whole(DateTimeOffset time) => (long)Math.Floor((time - Start).TotalSeconds);

    /// <summary>Seconds with milliseconds, as in the answers of identity pools.</summary>
    public static double Fraction(DateTimeOffset time) => Math.Floor((time - Start).TotalMilliseconds) / 1000;
}
