namespace CognitoPools.Documents;

/// <summary>The keys of a pool document. <c>docs/pool-document.schema.json</c> describes them for editors.</summary>
internal static class PoolDocumentKeys
{
    /// <summary>The version of the documents that this module writes, and the latest version that it reads.</summary>
    public const int CurrentVersion = 1;

    // Authors can name the schema for their editor. An export does not, because the path from the file to the schema is unknown.
    public const string Schema = "$schema";
    public const string Version = "version";
    public const string Name = "name";
    public const string Region = "region";
    public const string GuestAccess = "guestAccess";
    public const string BasicFlow = "basicFlow";
    public const string DeveloperProvider = "developerProvider";
    public const string Tags = "tags";
    public const string AuthenticatedRole = "authenticatedRole";
    public const string GuestRole = "guestRole";
    public const string Providers = "providers";
    public const string Roles = "roles";

    public const string Type = "type";
    public const string ClientId = "clientId";
    public const string Secret = "secret";
    public const string ServerSideTokenCheck = "serverSideTokenCheck";
    public const string RoleSetting = "roleSetting";
    public const string RoleResolution = "roleResolution";
    public const string Rules = "rules";
    public const string AttributeMapping = "attributeMapping";

    public const string Claim = "claim";
    public const string Operator = "operator";
    public const string Value = "value";
    public const string Role = "role";

    public const string Arn = "arn";
    public const string Path = "path";
    public const string Description = "description";
    public const string MaxSessionDuration = "maxSessionDuration";
    public const string TrustPolicy = "trustPolicy";
    public const string InlinePolicies = "inlinePolicies";
    public const string AttachedPolicies = "attachedPolicies";
    public const string PermissionsBoundary = "permissionsBoundary";

    /// <summary>The keys of a document.</summary>
    public static IReadOnlyList<string> OfDocument { get; } =
    [
        Schema, Version, Name, Region, GuestAccess, BasicFlow, DeveloperProvider, Tags, AuthenticatedRole, GuestRole, Providers, Roles,
    ];

    /// <summary>The keys of a provider.</summary>
    public static IReadOnlyList<string> OfProvider { get; } =
        [Type, Name, ClientId, Secret, ServerSideTokenCheck, RoleSetting, RoleResolution, Rules, AttributeMapping];

    /// <summary>The keys of a rule.</summary>
    public static IReadOnlyList<string> OfRule { get; } = [Claim, Operator, Value, Role];

    /// <summary>The keys of a role that the document describes.</summary>
    public static IReadOnlyList<string> OfRole { get; } =
    [
        Name, Path, Description, MaxSessionDuration, TrustPolicy, InlinePolicies, AttachedPolicies, PermissionsBoundary, Tags,
    ];
}
