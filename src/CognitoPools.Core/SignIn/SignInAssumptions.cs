namespace CognitoPools.SignIn;

/// <summary>What the service's documentation leaves open and this module had to read in some way. Each is named
/// wherever a result relied on it.</summary>
public static class SignInAssumptions
{
    /// <summary>Case.</summary>
    internal const string CaseSensitive = "Rules compare upper and lower case as different.";

    /// <summary>Lists in rules.</summary>
    internal const string ListClaim =
        "A claim with several values fits a rule when one of them does; NotEqual fits when none of them is the value.";

    /// <summary>Numbers and booleans in rules.</summary>
    internal const string ScalarClaim = "A number or boolean is compared as its JSON text.";

    /// <summary>Objects in rules.</summary>
    internal const string ComplexClaim = "A claim that is an object fits no rule.";

    /// <summary>A custom role with rules.</summary>
    internal const string CustomRoleWithRules = "A custom role leaves only the rules that give this role.";

    /// <summary>A custom role without any role mapping.</summary>
    internal const string CustomRoleWithoutMapping =
        "A custom role is refused where the provider has the default role setting, unless it is the authenticated role.";

    /// <summary>A token that names no role.</summary>
    internal const string TokenWithoutRoles =
        "A token without cognito:preferred_role and cognito:roles is resolved like one with several roles.";

    /// <summary>A token that names one role.</summary>
    internal const string OnlyRoleOfToken =
        "A token with one role in cognito:roles and no cognito:preferred_role gives that role.";

    /// <summary>A preferred role that is not listed.</summary>
    internal const string PreferredRoleUnlisted =
        "A cognito:preferred_role is taken as it is, whether cognito:roles lists it or not.";

    /// <summary>Several logins.</summary>
    internal const string SeveralLogins =
        "With several logins, those with a role mapping decide; when they lead to different roles, the sign-in is denied.";

    /// <summary>A missing role resolution.</summary>
    internal const string MissingResolution = "A role mapping without a role resolution denies.";

    /// <summary>Tags of lists and objects.</summary>
    internal const string TagOfSeveralValues = "A claim with several values, or that is an object, becomes no principal tag.";

    /// <summary>Default tags of SAML.</summary>
    internal const string SamlDefaultTags =
        "The default mapping of a SAML provider takes the name identifier as client and the name as username.";

    /// <summary>Tags of several providers.</summary>
    internal const string TagsOfSeveralLogins =
        "With several logins, the principal tags of all of them are set; of two with one key the first login's counts.";

    /// <summary>Tags that STS may not take.</summary>
    internal const string TagOutsideSts =
        "A principal tag outside the characters or lengths of STS's session tags is set as it is; STS may refuse the session.";

    /// <summary>Audiences that were not read.</summary>
    internal const string OpenIdConnectAudience =
        "The audience of an OpenID Connect token is one that IAM has for the provider.";

    /// <summary>Every assumption.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        CaseSensitive,
        ListClaim,
        ScalarClaim,
        ComplexClaim,
        CustomRoleWithRules,
        CustomRoleWithoutMapping,
        TokenWithoutRoles,
        OnlyRoleOfToken,
        PreferredRoleUnlisted,
        SeveralLogins, MissingResolution, TagOfSeveralValues, SamlDefaultTags, TagsOfSeveralLogins,
        TagOutsideSts, OpenIdConnectAudience,
    ];
}
