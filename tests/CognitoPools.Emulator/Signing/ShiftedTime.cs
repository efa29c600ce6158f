namespace CognitoPools.Emulator.Signing;

/// <summary>The machine's clock, as a server has it whose clock differs from its client's.</summary>
/// <param name="offset">How far it is ahead.</param>
internal sealed class ShiftedTime(TimeSpan offset) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + offset;
}
