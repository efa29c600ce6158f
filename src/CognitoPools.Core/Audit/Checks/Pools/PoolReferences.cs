namespace CognitoPools.Audit.Checks.Pools;

/// <summary>Pages that several checks refer to.</summary>
internal static class PoolReferences
{
    public const string Rules = Guide + "role-based-access-control.html";
    public const string Flows = Guide + "authentication-flow.html";
    public const string Tags = Guide + "attributes-for-access-control.html";
    public const string Providers = Guide + "external-identity-providers.html";
    public const string Quotas = Guide + "quotas.html";
    public const string Pools = Guide + "identity-pools.html";
    public const string DeveloperIdentities = Guide + "developer-authenticated-identities.html";

    private const string Guide = "https://docs.aws.amazon.com/cognito/latest/developerguide/";
}
