using CognitoPools.Audit.Model;
using CognitoPools.Providers;

namespace CognitoPools.Audit.Checks.Pools;

/// <summary>Anyone can become an authenticated user.</summary>
internal sealed class ProviderOpenSignUpCheck : PoolCheck
{
    public override CheckInfo Info { get; } = new("ProviderOpenSignUp", "Anyone can become an authenticated user")
    {
        Condition = "A provider is public, such as Google, or is a user pool in which users can sign themselves up.",
        Severity = "Info. It raises the severity of PolicyRoleAdmin.",
        Highest = PoolFindingSeverity.Info,
        Why = "In this pool, 'authenticated' means anyone with a free account. Whatever the authenticated role "
            + "allows, anyone can do.",
        Fix = "Limit the authenticated role to what anyone may do, or use rules with the role resolution Deny.",
        NotWhen = "The provider is a user pool, and it is not known whether users can sign themselves up.",
        Reference = PoolReferences.Providers,
    };

    public override IEnumerable<CheckResult> Run(AuditedPool pool) => pool.Pool.Providers
        .Where(provider => OpenSignUp.IsOf(pool, provider))
        .Select(provider => new CheckResult(
            PoolFindingSeverity.Info, ProviderRemedies.Key(provider),
            PublicProviders.IsPublic(provider.Type) ? $"Provider: {provider}" : "AllowAdminCreateUserOnly: false",
            Remedies.Comment(PublicProviders.IsPublic(provider.Type)
                ? $"Anyone can create an account at {provider.Type}. Limit the roles of its users to what anyone may do."
                : $"Turn off self-registration of user pool {UserPoolName.Find(provider.Name)?.Id} if only administrators should create users.")));
}
