using CognitoPools.Audit.Model;
using CognitoPools.Providers;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>Anybody can become an authenticated user.</summary>
internal sealed class ProviderOpenSignUpCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("ProviderOpenSignUp", "Anybody can become an authenticated user")
    {
        Condition = "A provider is a public one, such as Google, or a user pool in which users can sign themselves up.",
        Severity = "Info. It raises PolicyRoleAdmin.",
        Highest = PoolFindingSeverity.Info,
        Why = "Here 'authenticated' means anybody with an account that costs nothing. What the authenticated role may do, everybody may do.",
        Fix = "Give the role for users no more than anybody may have, or use rules with the role resolution Deny.",
        NotWhen = "The provider is a user pool of which it is not known whether users can sign themselves up.",
        Reference = PoolReferences.Providers,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) => pool.Pool.Providers
        .Where(provider => OpenSignUp.IsOf(pool, provider))
        .Select(provider => new CheckResult(
            PoolFindingSeverity.Info, ProviderRemedies.Key(provider),
            PublicProviders.IsPublic(provider.Type) ? $"Provider: {provider}" : "AllowAdminCreateUserOnly: false",
            Remedies.Comment(PublicProviders.IsPublic(provider.Type)
                ? $"Anybody can have an account at {provider.Type}: give the roles of its users no more than anybody may have."
                : $"Turn self-registration of user pool {UserPoolName.Find(provider.Name)?.Id} off if only administrators create users.")));
}
