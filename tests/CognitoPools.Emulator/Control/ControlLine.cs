using CognitoPools.Sandbox;

namespace CognitoPools.Emulator.Control;

/// <summary>One line of the emulator's input. Exactly one member is set.</summary>
internal sealed record ControlLine
{
    /// <summary>Adds identities to a pool. Creates the pool first if no id is specified.</summary>
    public SeedOrder? Seed { get; init; }

    /// <summary>Changes the settings of the account. Settings that are not specified stay unchanged.</summary>
    public SettingsOrder? Settings { get; init; }

    /// <summary>Adds a fault.</summary>
    public SandboxFault? Fault { get; init; }

    /// <summary><c>clear</c>: removes all faults.</summary>
    public string? Faults { get; init; }

    /// <summary><c>get</c>: returns the last calls. <c>count</c>: counts the calls by operation and outcome. <c>clear</c>: clears
    /// both.</summary>
    public string? Calls { get; init; }

    /// <summary>The id of a pool whose identities to count.</summary>
    public string? Pool { get; init; }

    /// <summary>How far to move the account's clock, such as <c>00:10:00</c>.</summary>
    public TimeSpan? AdvanceClock { get; init; }
}
