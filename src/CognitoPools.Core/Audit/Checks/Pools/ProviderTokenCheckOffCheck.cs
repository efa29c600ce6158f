using CognitoPools.Audit.Model;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>Tokens of signed-out users are accepted.</summary>
internal sealed class ProviderTokenCheckOffCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("ProviderTokenCheckOff", "Tokens of signed-out users are accepted")
    {
        Condition = "The server-side token check of a user pool is off.",
        Severity = "Low.",
        Highest = PoolFindingSeverity.Low,
        Why = "A user who was signed out everywhere, disabled or deleted still gets credentials until the token expires.",
        Fix = "Turn the server-side token check on.",
        NotWhen = "The provider is not a user pool. Only user pools have this check.",
        Reference = "https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CognitoIdentityProvider.html",
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) => pool.Pool.Providers
        .Where(provider => provider.Type == ProviderType.CognitoUserPool && provider.ServerSideTokenCheck != true)
        .Select(provider => new CheckResult(
            PoolFindingSeverity.Low, ProviderRemedies.Key(provider), "ServerSideTokenCheck: False",
            ProviderRemedies.Set(pool, provider, "-ServerSideTokenCheck $true"))
        {
            Repair = ProviderRemedies.Change(
                pool, provider with { ServerSideTokenCheck = true },
                $"Users of {ProviderRemedies.Key(provider)} who were signed out, disabled or deleted in the user pool will no longer get credentials."),
        });
}
