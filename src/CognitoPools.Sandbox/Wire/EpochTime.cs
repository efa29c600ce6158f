namespace CognitoPools.Sandbox.Wire;

/// <summary>Times as the services write them: seconds since 1970.</summary>
internal static class EpochTime
{
    private static readonly DateTimeOffset Start = new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whole seconds, as tokens have them.</summary>
    public static long Whole(DateTimeOffset time) => (long)Math.Floor((time - Start).TotalSeconds);

    /// <summary>To the millisecond, as the pools' service answers.</summary>
    public static double Fraction(DateTimeOffset time) => Math.Floor((time - Start).TotalMilliseconds) / 1000;
}
