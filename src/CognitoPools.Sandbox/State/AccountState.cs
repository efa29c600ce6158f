using CognitoPools.Sandbox.Iam;
using CognitoPools.Sandbox.Pools;
using CognitoPools.Sandbox.Tokens;

namespace CognitoPools.Sandbox.State;

/// <summary>The content and the settings of the account. The operations use it; it depends on neither them nor the
/// server.</summary>
internal sealed class AccountState(SandboxClock clock)
{
    public const string AccountId = "123456789012";

    public SandboxClock Clock => clock;

    public SandboxSettings Settings { get; } = new();

    public PoolStore Pools { get; private set; } = new();

    public IamPartitions Iam { get; private set; } = new(AccountId);

    /// <summary>Signs the tokens of identities and seals the sessions.</summary>
    public SigningKey Key { get; private set; } = new();

    /// <summary>Signs the tokens of providers. It is a separate key, so that the token of a provider is not accepted as the
    /// token of an identity.</summary>
    public SigningKey ProviderKey { get; } = new();

    public Sessions Sessions => new(Key, AccountId);

    /// <summary>Empties the account and resets its settings. Sessions and the tokens of identities end with the key that
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

    /// <summary>Restores a copy, any number of times. No call may be in progress.</summary>
    public void Restore((PoolStore Pools, IamPartitions Iam) saved) => (Pools, Iam) = (saved.Pools.Clone(), saved.Iam.Clone());
}
