using CognitoPools.Account;
using CognitoPools.Sandbox.Iam;
using CognitoPools.Sandbox.Pools;
using CognitoPools.Sandbox.State;
using CognitoPools.Sandbox.Tokens;

namespace CognitoPools.Sandbox.Operations;

/// <summary>What an operation knows of the call besides its input: the state as this caller's Region and partition show
/// it.</summary>
internal sealed class CallContext(AccountState state, string region)
{
    public string AccountId => AccountState.AccountId;

    public string Region => region;

    public AwsPartition Partition { get; } = AwsPartition.FromRegion(region);

    public DateTimeOffset Now => state.Clock.GetUtcNow();

    public PoolRegion Pools => state.Pools.In(region);

    public IamStore Iam => state.Iam.In(Partition.Name);

    /// <summary>How long a new role, or one whose trust policy changed, stays unusable.</summary>
    public TimeSpan IamDelay => state.Settings.IamDelay;

    public SigningKey Key => state.Key;

    public SigningKey ProviderKey => state.ProviderKey;

    public Sessions Sessions => state.Sessions;

    /// <summary>The session whose credentials signed the call; null for any other.</summary>
    public SandboxSession? Session { get; init; }

    /// <summary>The scripted fault that leaves identities of this call unprocessed; null for none.</summary>
    public SandboxFault? UnprocessedFault { get; init; }
}
