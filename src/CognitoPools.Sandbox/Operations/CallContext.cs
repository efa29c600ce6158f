using CognitoPools.Account;
using CognitoPools.Sandbox.Iam;
using CognitoPools.Sandbox.Pools;
using CognitoPools.Sandbox.State;
using CognitoPools.Sandbox.Tokens;

namespace CognitoPools.Sandbox.Operations;

/// <summary>The context of a call besides its input: the state of the account in the caller's Region and
/// partition.</summary>
internal sealed class CallContext(AccountState state, string region)
{
    public string AccountId => AccountState.AccountId;

    public string Region => region;

    public AwsPartition Partition { get; } = AwsPartition.FromRegion(region);

    public DateTimeOffset Now => state.Clock.GetUtcNow();

    public PoolRegion Pools => state.Pools.In(region);

    public IamStore Iam => state.Iam.In(Partition.Name);

    /// <summary>How long a new role, or a role whose trust policy changed, cannot be used.</summary>
    public TimeSpan IamDelay => state.Settings.IamDelay;

    public SigningKey Key => state.Key;

    public SigningKey ProviderKey => state.ProviderKey;

    public Sessions Sessions => state.Sessions;

    /// <summary>The session whose credentials signed the call, or null for other credentials.</summary>
    public SandboxSession? Session { get; init; }

    /// <summary>The fault that leaves identities of this call unprocessed, or null.</summary>
    public SandboxFault? UnprocessedFault { get; init; }
}
