using CognitoPools.Sandbox.Iam;
using CognitoPools.Sandbox.Pools;
using CognitoPools.Sandbox.Tokens;

namespace CognitoPools.Sandbox.State;

/// <summary>What the account holds. The operations work on it; it knows neither them nor the server.</summary>
internal sealed class AccountState(SandboxClock clock)
{
    public const string AccountId = "123456789012";

    public SandboxClock Clock => clock;

    public SandboxSettings Settings { get; } = new();

    public PoolStore Pools { get; private set; } = new();

    public IamPartitions Iam { get; private set; } = new(AccountId);

    /// <summary>Signs the tokens of identities and seals the sessions.</summary>
    public SigningKey Key { get; private set; } = new();

    /// <summary>Signs the tokens of providers: a key of its own, so that no provider's token passes for an identity's.</summary>
    public SigningKey ProviderKey { get; } = new();

    public Sessions Sessions => new(Key, AccountId);

    /// <summary>Empties the account and forgets what was set. Sessions and identities' tokens end with the key that
    /// signed them.</summary>
    public void Reset()
    {
        Pools.Clear();
        Iam.Clear();
        Key = new SigningKey();
        Settings.Reset();
        Clock.Reset();
    }

    /// <summary>A copy of the pools and of IAM.</summary>
    public (PoolStore Pools, IamPartitions Iam) Save() => (Pools.Clone(), Iam.Clone());

    /// <summary>Goes back to a copy, as often as wanted. No call may be under way.</summary>
    public void Restore((PoolStore Pools, IamPartitions Iam) saved) => (Pools, Iam) = (saved.Pools.Clone(), saved.Iam.Clone());
}
