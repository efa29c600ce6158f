using static CognitoPools.Sandbox.Validation.ShapeWords;

namespace CognitoPools.Sandbox.Validation;

/// <summary>The inputs of the identity-pool operations, as the public service model (2014-06-30) constrains them.</summary>
internal static class PoolShapes
{
    private static readonly TextShape PoolId = Text(1, 55, @"[\w-]+:[0-9a-f-]+");
    private static readonly TextShape PoolName = Text(1, 128, @"[\w\s+=,.@-]+");
    private static readonly TextShape ProviderName = Text(1, 128);
    private static readonly TextShape DeveloperProviderName = Text(1, 128, @"[\w._-]+");
    private static readonly TextShape DeveloperUser = Text(1, 1024);
    private static readonly TextShape Arn = Text(20, 2048);
    private static readonly TextShape TagKey = Text(1, 128);
    private static readonly TextShape PageToken = Text(1, 65535, @"[\S]+");
    private static readonly NumberShape PageSize = Number(1, 60);
    private static readonly MapShape Tags = MapOf(TagKey, Text(0, 256));
    private static readonly MapShape Logins = MapOf(ProviderName, Text(1, 50000) with { IsSensitive = true }, 10);

    private static readonly StructureShape CognitoProvider = Structure(
        Takes("ProviderName", Text(1, 128, @"[\w._:/-]+")),
        Takes("ClientId", Text(1, 128, @"[\w_]+")),
        Takes("ServerSideTokenCheck", Flag));

    private static readonly Field[] PoolSettings =
    [
        Needs("IdentityPoolName", PoolName),
        Needs("AllowUnauthenticatedIdentities", Flag),
        Takes("AllowClassicFlow", Flag),
        Takes("SupportedLoginProviders", MapOf(ProviderName, Text(1, 128, @"[\w.;_/-]+"), 10)),
        Takes("DeveloperProviderName", DeveloperProviderName),
        Takes("OpenIdConnectProviderARNs", ListOf(Arn)),
        Takes("CognitoIdentityProviders", ListOf(CognitoProvider)),
        Takes("SamlProviderARNs", ListOf(Arn)),
        Takes("IdentityPoolTags", Tags),
    ];

    private static readonly StructureShape Rule = Structure(
        Needs("Claim", Text(1, 64, @"[\p{L}\p{M}\p{S}\p{N}\p{P}]+")),
        Needs("MatchType", OneOf("Equals", "Contains", "StartsWith", "NotEqual")),
        Needs("Value", Text(1, 128)),
        Needs("RoleARN", Arn));

    private static readonly StructureShape RoleMapping = Structure(
        Needs("Type", OneOf("Token", "Rules")),
        Takes("AmbiguousRoleResolution", OneOf("AuthenticatedRole", "Deny")),
        Takes("RulesConfiguration", Structure(Needs("Rules", ListOf(Rule, 1, 400)))));

    public static StructureShape Pool { get; } = Structure(Needs("IdentityPoolId", PoolId));

    public static StructureShape Identity { get; } = Structure(Needs("IdentityId", PoolId));

    public static StructureShape CreatePool { get; } = Structure(PoolSettings);

    public static StructureShape UpdatePool { get; } = Structure([Needs("IdentityPoolId", PoolId), .. PoolSettings]);

    public static StructureShape ListPools { get; } = Structure(Needs("MaxResults", PageSize), Takes("NextToken", PageToken));

    public static StructureShape SetRoles { get; } = Structure(
        Needs("IdentityPoolId", PoolId),
        Needs("Roles", MapOf(Text(1, 128, "(un)?authenticated"), Arn, 2)),
        Takes("RoleMappings", MapOf(ProviderName, RoleMapping, 10)));

    public static StructureShape GetTagMap { get; } = Structure(Needs("IdentityPoolId", PoolId), Needs("IdentityProviderName", ProviderName));

    public static StructureShape SetTagMap { get; } = Structure(
        Needs("IdentityPoolId", PoolId),
        Needs("IdentityProviderName", ProviderName),
        Takes("UseDefaults", Flag),
        Takes("PrincipalTags", MapOf(Text(1, 128), Text(1, 256), 50)));

    public static StructureShape Resource { get; } = Structure(Needs("ResourceArn", Arn));

    public static StructureShape Tag { get; } = Structure(Needs("ResourceArn", Arn), Needs("Tags", Tags));

    public static StructureShape Untag { get; } = Structure(Needs("ResourceArn", Arn), Needs("TagKeys", ListOf(TagKey)));

    public static StructureShape ListIdentities { get; } = Structure(
        Needs("IdentityPoolId", PoolId),
        Needs("MaxResults", PageSize),
        Takes("NextToken", PageToken),
        Takes("HideDisabled", Flag));

    public static StructureShape DeleteIdentities { get; } = Structure(Needs("IdentityIdsToDelete", ListOf(PoolId, 1, 60)));

    public static StructureShape GetCredentials { get; } = Structure(Needs("IdentityId", PoolId), Takes("Logins", Logins), Takes("CustomRoleArn", Arn));

    public static StructureShape GetOpenIdToken { get; } = Structure(Needs("IdentityId", PoolId), Takes("Logins", Logins));

    public static StructureShape UnlinkIdentity { get; } = Structure(Needs("IdentityId", PoolId), Needs("Logins", Logins), Needs("LoginsToRemove", ListOf(ProviderName)));

    public static StructureShape GetDeveloperToken { get; } = Structure(
        Needs("IdentityPoolId", PoolId),
        Takes("IdentityId", PoolId),
        Needs("Logins", Logins),
        Takes("PrincipalTags", MapOf(Text(1, 128), Text(1, 256), 50)),
        Takes("TokenDuration", Number(1, 86400)));

    public static StructureShape LookupDeveloper { get; } = Structure(
        Needs("IdentityPoolId", PoolId),
        Takes("IdentityId", PoolId),
        Takes("DeveloperUserIdentifier", DeveloperUser),
        Takes("MaxResults", PageSize),
        Takes("NextToken", PageToken));

    public static StructureShape MergeDevelopers { get; } = Structure(
        Needs("SourceUserIdentifier", DeveloperUser),
        Needs("DestinationUserIdentifier", DeveloperUser),
        Needs("DeveloperProviderName", DeveloperProviderName),
        Needs("IdentityPoolId", PoolId));

    public static StructureShape UnlinkDeveloper { get; } = Structure(
        Needs("IdentityId", PoolId),
        Needs("IdentityPoolId", PoolId),
        Needs("DeveloperProviderName", DeveloperProviderName),
        Needs("DeveloperUserIdentifier", DeveloperUser));

    public static StructureShape GetId { get; } = Structure(
        Takes("AccountId", Text(1, 15, @"\d+")),
        Needs("IdentityPoolId", PoolId),
        Takes("Logins", Logins));
}
