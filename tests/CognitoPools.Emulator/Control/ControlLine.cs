using CognitoPools.Sandbox;

namespace CognitoPools.Emulator.Control;

/// <summary>One line of the emulator's input: exactly one of the members is there.</summary>
internal sealed record ControlLine
{
    /// <summary>Adds identities to a pool, and makes the pool first when it has no id.</summary>
    public SeedOrder? Seed { get; init; }

    /// <summary>Changes how the account behaves; what is not named stays.</summary>
    public SettingsOrder? Settings { get; init; }

    /// <summary>Scripts a failure.</summary>
    public SandboxFault? Fault { get; init; }

    /// <summary><c>clear</c>: forgets every fault.</summary>
    public string? Faults { get; init; }

    /// <summary><c>get</c>: the last calls; <c>count</c>: how many of each operation and outcome; <c>clear</c>: forgets
    /// both.</summary>
    public string? Calls { get; init; }

    /// <summary>The id of a pool whose identities are to be counted.</summary>
    public string? Pool { get; init; }

    /// <summary>How far the account's clock is moved, such as <c>00:10:00</c>.</summary>
    public TimeSpan? AdvanceClock { get; init; }
}
