namespace CognitoPools.Emulator.Signing;

/// <summary>The machine's clock with an offset, to imitate a server whose clock differs from the client's.</summary>
/// <param name="offset">How far it is ahead.</param>
internal sealed class ShiftedTime(TimeSpan offset) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + offset;
}
